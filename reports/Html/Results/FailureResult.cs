using IoSpec.Contracts;
using IoSpec.Engine;

namespace IoSpec.Html.Results;

/// <summary>What is said of a failure.</summary>
public sealed record FailureResult
{
    /// <summary>The id of the requirement that was broken.</summary>
    public required string Requirement { get; init; }

    /// <summary>The id of the area.</summary>
    public required string Area { get; init; }

    /// <summary>The verdict without waivers.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>How bad it is.</summary>
    public required Severity Severity { get; init; }

    /// <summary>Its signature; empty if it may not be shown.</summary>
    public required string Signature { get; init; }

    /// <summary>How many operations it takes.</summary>
    public required long Operations { get; init; }

    /// <summary>Whether none of them can be left out.</summary>
    public required bool IsMinimal { get; init; }

    /// <summary>The path of its scenario, from the folder of the results; null if there is none.</summary>
    public string? Path { get; init; }

    /// <summary>The waiver that knows it; null if none does.</summary>
    public KnownBy? Waiver { get; init; }

    /// <summary>Whether it only warns because nothing is known of this version of the target.</summary>
    public bool IsUnknownVersion { get; init; }

    /// <summary>The case that showed it, from 0.</summary>
    public long Case { get; init; }

    /// <summary>How many operations at the start are earlier cases'.</summary>
    public long Before { get; init; }

    /// <summary>How often it was shown again; -1 if that was not tried.</summary>
    public long Reproduced { get; init; } = -1;

    /// <summary>What would have been allowed.</summary>
    public string Expected { get; init; } = "";

    /// <summary>What was seen.</summary>
    public string Got { get; init; } = "";

    /// <summary>The least changes with which nothing is violated.</summary>
    public IReadOnlyList<string> PassesIf { get; init; } = [];

    /// <summary>What may be something else.</summary>
    public IReadOnlyList<string> Irrelevant { get; init; } = [];

    /// <summary>The ids of other requirements that the same sequence violates.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    /// <summary>What a second judge says; empty if there is none.</summary>
    public string Opinion { get; init; } = "";

    /// <summary>Its operations with what was seen; null if the file is not there or holds none.</summary>
    public Scenario? Scenario { get; init; }

    /// <summary>Whether nothing but target, version and kind may be shown.</summary>
    public bool IsHidden => Signature.Length == 0;

    /// <summary>The verdict that counts.</summary>
    public Verdict Counted => Waiver is not null ? Verdict.Waived : IsUnknownVersion ? Verdict.Warn : Verdict;
}

/// <summary>A waiver that knows a failure.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Reason">Why it fails; may be empty.</param>
/// <param name="Source">Where that is written; may be empty.</param>
/// <param name="Expires">The last day on which nobody has to look at it again; may be empty.</param>
public sealed record KnownBy(string Id, string Reason, string Source, string Expires);
