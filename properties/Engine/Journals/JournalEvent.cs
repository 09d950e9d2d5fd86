using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>A line of the journal of a run.</summary>
internal abstract record JournalEvent
{
    private JournalEvent()
    {
    }

    /// <summary>The first line: what the run is to do.</summary>
    /// <param name="Schema">The name and version of the written form.</param>
    /// <param name="Suite">The version of the suite.</param>
    /// <param name="Seed">The seed.</param>
    /// <param name="Settings">All that decides the result.</param>
    /// <param name="Targets">The targets in the order in which they were named.</param>
    public sealed record Begin(
        string Schema, string Suite, ulong Seed, ValueList<JournalSetting> Settings, ValueList<JournalTarget> Targets)
        : JournalEvent;

    /// <summary>The run goes on after it had ended: what ended then counts as open.</summary>
    public sealed record Resumed : JournalEvent;

    /// <summary>A target was started in an area; only now its version is known.</summary>
    /// <param name="Target">Its connection string.</param>
    /// <param name="Area">The id of the area.</param>
    /// <param name="Name">Which implementation it is.</param>
    /// <param name="Version">Its version; may be empty.</param>
    /// <param name="IsProduct">Whether others use it.</param>
    /// <param name="Capabilities">What it says it can do, as JSON; empty for everything.</param>
    public sealed record Opened(
        string Target, string Area, string Name, string Version, bool IsProduct, string Capabilities) : JournalEvent;

    /// <summary>Cases that were run: a block, or in a campaign with a time several.</summary>
    /// <param name="Target">The connection string of the target.</param>
    /// <param name="Area">The id of the area.</param>
    /// <param name="Cases">Which cases.</param>
    /// <param name="IsWhole">Whether all of them were run: false if the run was stopped meanwhile.</param>
    /// <param name="Milliseconds">How long the campaign had taken by then.</param>
    /// <param name="Evidence">What was put to the test.</param>
    /// <param name="Failures">Of every signature the first failure, as it was found.</param>
    /// <param name="Withheld">What must not be told of further failures is left out.</param>
    public sealed record Ran(
        string Target, string Area, ValueList<CaseRange> Cases, bool IsWhole, long Milliseconds,
        WorkerEvidence Evidence, ValueList<JournalFailure> Failures, ValueList<JournalWithheld> Withheld)
        : JournalEvent;

    /// <summary>A failure was shrunk and tried again.</summary>
    /// <param name="Target">The connection string of the target.</param>
    /// <param name="Area">The id of the area.</param>
    /// <param name="Failure">The failure; null if it is withheld.</param>
    /// <param name="Withheld">What may be told of it; null if all may.</param>
    public sealed record Shrunk(string Target, string Area, JournalFailure? Failure, JournalWithheld? Withheld)
        : JournalEvent;

    /// <summary>A campaign has run all its cases and shrunk all its failures.</summary>
    /// <param name="Target">The connection string of the target.</param>
    /// <param name="Area">The id of the area.</param>
    /// <param name="Milliseconds">How long it took, shrinking included.</param>
    /// <param name="RunMilliseconds">How long its cases took.</param>
    /// <param name="Unavailable">Why the target could not be started again meanwhile; null if it could.</param>
    public sealed record Ended(
        string Target, string Area, long Milliseconds, long RunMilliseconds, string? Unavailable) : JournalEvent;

    /// <summary>A target cannot be judged, or no further.</summary>
    /// <param name="Target">Its connection string.</param>
    /// <param name="ExitCode">One of <see cref="Engine.ExitCode"/>.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Problem(string Target, int ExitCode, string Reason) : JournalEvent;
}

/// <summary>A setting of a run and where it comes from.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value.</param>
/// <param name="Origin">Where it comes from.</param>
public sealed record JournalSetting(string Name, string Value, string Origin);

/// <summary>A target of a run.</summary>
/// <param name="Connection">Its connection string.</param>
/// <param name="Areas">The ids of the areas in which it is to be judged.</param>
public sealed record JournalTarget(string Connection, ValueList<string> Areas);

/// <summary>Cases one after another.</summary>
/// <param name="First">The first, from 0.</param>
/// <param name="Count">How many.</param>
internal sealed record CaseRange(long First, long Count)
{
    /// <summary>The case after the last.</summary>
    public long End => First + Count;

    /// <summary>Whether a case is among them.</summary>
    public bool Has(long index) => index >= First && index < End;
}
