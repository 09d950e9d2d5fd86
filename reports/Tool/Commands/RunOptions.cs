using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using IoSpec.Contracts;
using IoSpec.Engine;
using IoSpec.Targets;
using IoSpec.Tool.CommandLine;
using IoSpec.Tool.Output;
using IoSpec.Tool.Planning;

namespace IoSpec.Tool.Commands;

/// <summary>The options of <c>iospec run</c>.</summary>
internal sealed class RunOptions
{
    private const string DefaultTarget = "optimized";
    private const ulong DefaultSeed = 1;
    private readonly Argument<string[]> _targets = new("target")
    {
        Arity = ArgumentArity.ZeroOrMore,
        Description = "What is judged, such as qemu:vtd or dll:mine.dll; none for 'optimized'.",
    };

    private readonly Option<string[]> _areas =
        OptionOf.List("--area", "AREA,…", "Only these areas.", "-a");

    private readonly Option<string[]> _requirements =
        OptionOf.List("--requirement", "REQ,…", "Only these requirements; * stands for anything.", "-r");

    private readonly Option<string[]> _with = OptionOf.List(
        "--with", "AREA=TARGET,…", "What plays these parts of a host (area host); the target plays the others.");

    private readonly Option<string?> _profile =
        OptionOf.Text("--profile", "NAME", "smoke (the default), ci, nightly or soak.");

    private readonly Option<long?> _cases =
        OptionOf.Value("--cases", "N", "How many sequences each campaign runs.", Values.Count);

    private readonly Option<TimeSpan?> _time =
        OptionOf.Value("--time", "TIME", "How long each campaign runs instead, such as 20s or 10m.", Values.Time);

    private readonly Option<long?> _failNth = OptionOf.Value(
        "--fail-nth", "N", "Of the first N sequences let each inner call fail in turn, in areas that have some.",
        Values.Swept);

    private readonly Option<ulong?> _seed =
        OptionOf.Value("--seed", "SEED", "Decimal, or hexadecimal with 0x.", Values.Seed);

    private readonly Option<int?> _jobs = JobsOption();

    private readonly Option<string[]> _without = OptionOf.List(
        "--without", "OPERATION,…", "Kinds of operations that are left out, such as unmap.");

    private readonly Option<int?> _coverage = OptionOf.Value(
        "--cover-at-least", "PERCENT", "Exit with 7 if fewer coverpoints of an area are reached.", Values.Percent);

    private readonly Option<Shard?> _shard = ShardOption();

    private readonly Option<string?> _waivers =
        OptionOf.Text("--waivers", "FILE", "What is known to fail, besides what the suite knows itself.");

    private readonly Option<bool> _strict =
        new("--strict-waivers") { Description = "Exit with 6 if a waiver is stale or expired." };

    private readonly Option<bool> _wire = new("--validate-wire")
    {
        Description = "Check also what is sent to plug-ins (exec:, stream:); what they answer is always checked.",
    };

    private readonly Option<string?> _corpus = OptionOf.Text(
        "--corpus", "FOLDER", "Scenarios that are replayed first, each on the target that it is of.");

    private readonly Option<bool> _update = new("--update-corpus")
    {
        Description = "Put there what fails, and what reaches what no other scenario does; without it, only read.",
    };

    private readonly Option<string?> _record =
        OptionOf.Text("--record", "FOLDER", "Writes what is played and judged there, for 'iospec judge'.");

    public void AddTo(Command command)
    {
        command.Arguments.Add(_targets);
        Option[] all =
        [
            _areas, _requirements, _with, _profile, _cases, _time, _failNth, _seed, _jobs, _shard, _without, _coverage,
            _waivers, _strict, _wire, _corpus, _update, _record,
        ];
        foreach (var option in all) command.Options.Add(option);
    }

    /// <summary>The plan that the options stand for.</summary>
    /// <exception cref="UsageException">They cannot be meant.</exception>
    public RunPlan Read(ParseResult parsed)
    {
        WorkerProgram.ChecksRequests = parsed.GetValue(_wire);
        return Read(parsed, isAlone: false, Find);
    }

    /// <summary>The plan that the options stand for, of which no target is going to be started.</summary>
    /// <exception cref="UsageException">They cannot be meant.</exception>
    public RunPlan ReadAlone(ParseResult parsed) =>
        Read(parsed, isAlone: true, (connection, _) => new PlannedTarget(connection, null, null));

    /// <summary>The options that the user wrote, but those that do not decide the result.</summary>
    public IReadOnlyList<Setting> Written(ParseResult parsed) =>
        [.. Settings(parsed, Profile.Of(ProfileOf(parsed)), 0).Where(s => s.Origin == Setting.FromCommandLine)];

    /// <summary>The targets that the user named.</summary>
    public IReadOnlyList<string> Named(ParseResult parsed) => parsed.GetValue(_targets)!;

    /// <summary>Whether the user named parts of a host.</summary>
    public bool HasParts(ParseResult parsed) => parsed.GetValue(_with) is { Length: > 0 };

    /// <summary>How much the user wants to run at a time; null if nothing is said.</summary>
    public int? JobsIn(ParseResult parsed) => parsed.GetValue(_jobs);

    private RunPlan Read(ParseResult parsed, bool isAlone, Func<string, Selection, PlannedTarget> find)
    {
        var (cases, time) = (parsed.GetValue(_cases), parsed.GetValue(_time));
        if (cases is not null && time is not null)
            throw new UsageException("--cases and --time exclude each other");
        var selection = Selection.Of(parsed.GetValue(_areas)!, parsed.GetValue(_requirements)!);
        var targets = parsed.GetValue(_targets) is { Length: > 0 } named ? named : [DefaultTarget];
        if (parsed.GetValue(_with) is { Length: > 0 } parts)
            targets = [.. targets.Select(target => HostComposition.Of(target, parts))];
        var planned = targets.Distinct(StringComparer.Ordinal).Select(t => find(t, selection)).ToList();
        RefuseAreaOfNone(planned, selection);
        var profile = Profile.Of(ProfileOf(parsed));
        if (parsed.GetValue(_failNth) is not null && (time is not null || (cases is null && profile.Time is not null)))
            throw new UsageException("--fail-nth needs a number of sequences, not a time");
        if (parsed.GetValue(_failNth) is not null && selection.Areas.All(area => area.FailingCalls.Count == 0))
            throw new UsageException("--fail-nth: none of these areas has inner calls that can be made to fail");
        var corpus = isAlone ? Corpus.Empty : CorpusOf(parsed);
        if (parsed.GetValue(_shard) is not null && parsed.GetValue(_seed) is null && !profile.IsRepeatable)
            throw new UsageException("--shard needs a --seed with this profile: all shards have the same");
        var seed = parsed.GetValue(_seed) ?? (profile.IsRepeatable ? DefaultSeed : Draw());
        return new RunPlan
        {
            Targets = planned,
            Selection = selection,
            Profile = profile,
            Cases = cases,
            Time = time,
            FailNth = parsed.GetValue(_failNth) ?? 0,
            Seed = seed,
            Shard = parsed.GetValue(_shard) ?? Shard.Whole,
            Jobs = parsed.GetValue(_jobs) ?? Environment.ProcessorCount,
            Without = Selection.OperationsOf(selection.Areas, parsed.GetValue(_without)!),
            LeastCoverage = parsed.GetValue(_coverage) ?? 0,
            Waivers = WaiverFiles.Read(parsed.GetValue(_waivers)),
            IsStrict = parsed.GetValue(_strict),
            Corpus = corpus,
            GrowingCorpus = parsed.GetValue(_update) ? parsed.GetValue(_corpus) : null,
            Record = Recordable(parsed.GetValue(_record)),
            Settings = [.. Settings(parsed, profile, seed), .. HashOf(corpus)],
        };
    }

    private Corpus CorpusOf(ParseResult parsed)
    {
        var (folder, updates) = (parsed.GetValue(_corpus), parsed.GetValue(_update));
        if (updates && folder is null) throw new UsageException("--update-corpus needs a --corpus");
        if (updates && parsed.GetValue(_shard) is not null)
            throw new UsageException("--update-corpus and --shard exclude each other: all shards replay the same");
        if (folder is null) return Corpus.Empty;
        if (updates) OutputFile.Check(Path.Combine(folder, "x" + ScenarioFormat.Extension));
        return CorpusFiles.Read(folder, updates);
    }

    private static IEnumerable<Setting> HashOf(Corpus corpus)
    {
        if (corpus.Hash.Length > 0) yield return new Setting(Setting.CorpusHash, corpus.Hash, Setting.FromCorpus);
    }

    private string ProfileOf(ParseResult parsed) => parsed.GetValue(_profile) ?? Profile.All[0].Name;

    private static string? Recordable(string? folder)
    {
        if (folder is not null) OutputFile.Check(Path.Combine(folder, "x" + TraceFormat.Extension));
        return folder;
    }

    private static Option<int?> JobsOption()
    {
        var jobs = OptionOf.Value("--jobs", "N", "How much is run at a time; the results are the same.", Values.Jobs);
        jobs.Aliases.Add("-j");
        return jobs;
    }

    private static Option<Shard?> ShardOption() => OptionOf.Object(
        "--shard", "I/N", "Only the I-th of N parts of each campaign; 'report merge' makes one of all.", Values.Shard);

    private static PlannedTarget Find(string connection, Selection selection)
    {
        try
        {
            var plug = TargetCatalogue.Find(connection).Asked();
            return selection.Areas.Any(area => plug.For(area) is not null)
                ? new PlannedTarget(plug.Connection, plug, null)
                : plug.Lacks(selection.Areas[0].Types) is { } lacking
                    ? throw new TargetUnavailableException(lacking)
                    : throw NotOffered(connection, selection.Areas[0]);
        }
        catch (TargetUnavailableException exception)
        {
            var reason = OneLine.Of(exception.Message);
            return new PlannedTarget(connection, null, new TargetProblem(ExitCode.Unavailable, reason));
        }
    }

    // A target may offer some of the areas that were named; an area that no target offers is a mistake.
    private static void RefuseAreaOfNone(IReadOnlyList<PlannedTarget> targets, Selection selection)
    {
        var found = targets.Where(t => t.Plug is not null).ToList();
        if (!selection.IsByArea || found.Count == 0) return;
        if (selection.Areas.FirstOrDefault(area => found.TrueForAll(t => t.Plug!.IsWithout(area.Types))) is { } area)
            throw NotOffered(found[0].Connection, area);
    }

    private static UsageException NotOffered(string connection, Area area) =>
        new($"target '{connection}' does not offer the area '{area.Id}'");

    private IEnumerable<Setting> Settings(ParseResult parsed, Profile profile, ulong seed)
    {
        if (parsed.GetValue(_areas) is { Length: > 0 } areas)
            yield return Chosen(Setting.Area, string.Join(',', areas));
        if (parsed.GetValue(_requirements) is { Length: > 0 } wanted)
            yield return Chosen("requirement", string.Join(',', wanted));
        var isNamed = parsed.GetResult(_profile) is not null;
        yield return new Setting(
            "profile", profile.Name, isNamed ? Setting.FromCommandLine : Setting.FromDefault);
        if (parsed.GetValue(_time) is { } time) yield return Chosen(Setting.Time, Text(time));
        else if (parsed.GetValue(_cases) is { } cases) yield return Chosen("cases", cases.ToText());
        else if (profile.Time is { } period) yield return new Setting(Setting.Time, Text(period), Setting.FromProfile);
        else yield return new Setting("cases", Cases(profile), Setting.FromProfile);
        if (parsed.GetValue(_failNth) is { } swept) yield return Chosen("fail-nth", swept.ToText());
        yield return new Setting(
            Setting.Seed, Words.Hexadecimal(seed), parsed.GetValue(_seed) is not null ? Setting.FromCommandLine
            : profile.IsRepeatable ? Setting.FromDefault : Setting.Drawn);
        if (parsed.GetValue(_without) is { Length: > 0 } without)
            yield return Chosen("without", string.Join(',', without));
        if (parsed.GetValue(_coverage) is { } percent) yield return Chosen(Setting.CoverAtLeast, percent.ToText());
        if (parsed.GetValue(_shard) is { } shard)
            yield return Chosen(Setting.Shard, $"{shard.Index.ToText()}/{shard.Count.ToText()}");
        if (parsed.GetValue(_waivers) is { } waivers) yield return Chosen("waivers", waivers);
        if (parsed.GetValue(_strict)) yield return Chosen(Setting.StrictWaivers, "true");
        if (parsed.GetValue(_corpus) is { } corpus) yield return Chosen("corpus", corpus);
        if (parsed.GetValue(_update)) yield return Chosen("update-corpus", "true");
        if (parsed.GetValue(_wire)) yield return Chosen("validate-wire", "true");
    }

    private static Setting Chosen(string name, string value) => new(name, value, Setting.FromCommandLine);

    private static string Cases(Profile profile) => profile.Cases == profile.CasesInWorkers
        ? profile.Cases.ToText()
        : $"{profile.Cases.ToText()} in process, {profile.CasesInWorkers.ToText()} in workers";

    private static string Text(TimeSpan time) =>
        (time.TotalSeconds < 1
            ? time.TotalMilliseconds.ToString("0.###", CultureInfo.InvariantCulture) + "m"
            : time.TotalSeconds.ToString("0.###", CultureInfo.InvariantCulture)) + "s";

    private static ulong Draw() => BitConverter.ToUInt64(RandomNumberGenerator.GetBytes(sizeof(ulong)));
}
