namespace IoSpec.Tool.Planning;

/// <summary>A setting of a run and where it comes from, as the report tells it.</summary>
/// <param name="Name">Its name: that of the option, without dashes.</param>
/// <param name="Value">Its value, as the option takes it.</param>
/// <param name="Origin">Where it comes from.</param>
internal sealed record Setting(string Name, string Value, string Origin)
{
    /// <summary>The name of the seed, which may be drawn and is then needed to repeat a run.</summary>
    public const string Seed = "seed";

    /// <summary>The name of the areas that were named.</summary>
    public const string Area = "area";

    /// <summary>The name of the part of a run that it is.</summary>
    public const string Shard = "shard";

    /// <summary>The name of what makes a stale waiver an error.</summary>
    public const string StrictWaivers = "strict-waivers";

    /// <summary>The name of the time that each campaign has.</summary>
    public const string Time = "time";

    /// <summary>The name of how many of a hundred coverpoints are to be reached.</summary>
    public const string CoverAtLeast = "cover-at-least";

    /// <summary>The name of the hash of the corpus.</summary>
    public const string CorpusHash = "corpus-hash";

    /// <summary>It was read from the files of the corpus.</summary>
    public const string FromCorpus = "corpus";

    /// <summary>The user wrote it.</summary>
    public const string FromCommandLine = "command line";

    /// <summary>It belongs to the profile.</summary>
    public const string FromProfile = "profile";

    /// <summary>It holds if nobody says otherwise.</summary>
    public const string FromDefault = "default";

    /// <summary>It is different in every run.</summary>
    public const string Drawn = "drawn";
}
