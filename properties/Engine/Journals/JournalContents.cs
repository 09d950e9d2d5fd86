using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>What a journal tells of a run.</summary>
public sealed class JournalContents
{
    /// <summary>The name and version of the written form.</summary>
    public const string Schema = "iospec/events/1";

    private readonly Dictionary<(string Target, string Area), CampaignRecord> _campaigns = [];
    private readonly SortedDictionary<string, JournalEvent.Problem> _problems = new(StringComparer.Ordinal);
    private readonly Func<string, Area?> _areas;
    private readonly string _source;
    private JournalEvent.Begin? _begin;

    private JournalContents(string source, Func<string, Area?> areas) => (_source, _areas) = (source, areas);

    /// <summary>The version of the suite that wrote it.</summary>
    public string Suite => _begin!.Suite;

    /// <summary>The seed of the run.</summary>
    public ulong Seed => _begin!.Seed;

    /// <summary>All that decides the result.</summary>
    public IReadOnlyList<JournalSetting> Settings => _begin!.Settings;

    /// <summary>The targets in the order in which they were named.</summary>
    public IReadOnlyList<JournalTarget> Targets => _begin!.Targets;

    /// <summary>What the run had shown when the journal ended, by target and area in their order.</summary>
    public IReadOnlyList<(JournalTarget Target, IReadOnlyList<CampaignResult> Results)> Results =>
    [
        .. Targets.Select(target => (target, (IReadOnlyList<CampaignResult>)
        [
            .. target.Areas.Select(area => Find(target.Connection, area)).OfType<CampaignRecord>()
                .Select(record => record.Result(Seed)),
        ])),
    ];

    /// <summary>Whether the run had come to its end: nothing was left to run or to shrink.</summary>
    public bool IsComplete => Targets.All(target => _problems.ContainsKey(target.Connection)
        || target.Areas.All(area => Find(target.Connection, area)?.Ended is not null));

    /// <summary>How many bytes its whole lines have: what follows was torn.</summary>
    internal long WholeBytes { get; private set; }

    /// <summary>Reads a journal.</summary>
    /// <param name="stream">Where from.</param>
    /// <param name="source">What errors call it.</param>
    /// <param name="areas">The area with an id.</param>
    /// <returns>What it tells.</returns>
    /// <exception cref="BadInputException">It is no journal, or damaged before its last line.</exception>
    /// <exception cref="JournalException">Another version of the suite has written it.</exception>
    public static JournalContents Read(Stream stream, string source, Func<string, Area?> areas)
    {
        var contents = new JournalContents(source, areas);
        contents.WholeBytes = JournalLines.Read(stream, contents.Take);
        return contents._begin is null
            ? throw new BadInputException("this is no journal: its first line is not there", 1, 1, "", source)
            : contents;
    }

    /// <summary>Whether a target is one that others use.</summary>
    /// <param name="target">Its connection string.</param>
    /// <returns>True if the journal says so.</returns>
    public bool IsProduct(string target) =>
        Campaigns.Any(campaign => campaign.Opened.Target == target && campaign.Opened.IsProduct);

    /// <summary>Why a target could not be judged; null if it could.</summary>
    /// <param name="target">Its connection string.</param>
    /// <returns>The problem, or null.</returns>
    public TargetProblem? ProblemOf(string target) =>
        _problems.TryGetValue(target, out var problem) ? new TargetProblem(problem.ExitCode, problem.Reason) : null;

    private IEnumerable<CampaignRecord> Campaigns => Targets
        .SelectMany(target => target.Areas.Select(area => Find(target.Connection, area))).OfType<CampaignRecord>();

    /// <summary>The run goes on: what had ended is open again.</summary>
    internal void Resume()
    {
        _problems.Clear();
        foreach (var campaign in Campaigns) campaign.Resume();
    }

    /// <summary>What is told of a campaign; null if nothing is.</summary>
    internal CampaignRecord? Find(string target, string area) => _campaigns.GetValueOrDefault((target, area));

    private void Take(int number, ReadOnlySpan<byte> utf8)
    {
        try
        {
            Take(Read(utf8), number);
        }
        catch (BadInputException bad)
        {
            throw new BadInputException(bad.Problem, number, bad.Column, bad.Path, _source);
        }
        catch (SuiteException bad)
        {
            throw Bad(number, bad.Message);
        }
    }

    private static JournalEvent Read(ReadOnlySpan<byte> utf8) =>
        (JournalEvent)JsonCodec.Read(utf8, Shape.Of(typeof(JournalEvent)), "")!;

    private void Take(JournalEvent item, int number)
    {
        if (item is JournalEvent.Begin begin) Begin(begin, number);
        else if (_begin is null) throw Bad(number, "this is no journal: it does not begin with what the run is to do");
        else if (Continue(item) is { } problem) throw Bad(number, problem);
    }

    private void Begin(JournalEvent.Begin begin, int number)
    {
        if (_begin is not null) throw Bad(number, "a second beginning");
        if (begin.Schema != Schema) throw Bad(number, $"\"schema\" is not \"{Schema}\"");
        _begin = begin.Suite == Engine.Suite.Version ? begin : throw new JournalException(
            $"{_source}: it was written by suite {begin.Suite}, and this is {Engine.Suite.Version}");
    }

    private string? Continue(JournalEvent item)
    {
        switch (item)
        {
            case JournalEvent.Resumed:
                Resume();
                return null;
            case JournalEvent.Problem problem:
                _problems[problem.Target] = problem;
                return null;
            case JournalEvent.Opened opened: return Open(opened);
            case JournalEvent.Ran ran:
                return Find(ran.Target, ran.Area) is { } record ? record.Add(ran) : NotOpened;
            case JournalEvent.Shrunk shrunk:
                Find(shrunk.Target, shrunk.Area)?.Add(shrunk);
                return Find(shrunk.Target, shrunk.Area) is null ? NotOpened : null;
            case JournalEvent.Ended ended:
                Find(ended.Target, ended.Area)?.End(ended);
                return Find(ended.Target, ended.Area) is null ? NotOpened : null;
            default: throw new SuiteException($"no event {item.GetType().Name}");
        }
    }

    private const string NotOpened = "the target was not started in this area before";

    private string? Open(JournalEvent.Opened opened)
    {
        if (!Targets.Any(t => t.Connection == opened.Target && t.Areas.Contains(opened.Area, StringComparer.Ordinal)))
            return "the run is not about this target and area";
        if (_areas(opened.Area) is not { } area) return $"there is no area '{opened.Area}'";
        return _campaigns.TryAdd((opened.Target, opened.Area), new CampaignRecord(area, opened))
            ? null
            : "the target was started in this area before";
    }

    private BadInputException Bad(int number, string problem) => new(problem, number, 1, "", _source);
}
