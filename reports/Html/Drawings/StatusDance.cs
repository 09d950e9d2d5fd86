using IoSpec.Contracts;
using IoSpec.Contracts.Virtio;

namespace IoSpec.Html.Drawings;

/// <summary>How driver and device agree: a row for each step, a column for each bit of the status.</summary>
/// <param name="Steps">The steps in order.</param>
/// <param name="Omitted">How many steps before them are not drawn.</param>
internal sealed record StatusDance(IReadOnlyList<DanceStep> Steps, int Omitted)
{
    private const int Most = 16;

    /// <summary>The bits, in the order in which a driver sets them.</summary>
    public static IReadOnlyList<VirtioStatus> Bits { get; } =
    [
        VirtioStatus.Acknowledge, VirtioStatus.Driver, VirtioStatus.FeaturesOk, VirtioStatus.DriverOk,
        VirtioStatus.NeedsReset, VirtioStatus.Failed,
    ];

    /// <summary>The dance of a scenario; null if a status is never written.</summary>
    public static StatusDance? Of(Scenario scenario)
    {
        if (!scenario.Operations.Any(o => o is VirtioOperation.SetStatus)) return null;
        var steps = new List<DanceStep>();
        var before = VirtioStatus.None;
        for (var i = 0; i < scenario.Operations.Count; i++)
        {
            var operation = (VirtioOperation)scenario.Operations[i];
            var now = i < scenario.Seen.Count ? StatusIn(scenario.Seen[i]) : null;
            var isLast = i == scenario.Operations.Count - 1;
            if (Belongs(operation) || isLast || (now is { } changed && changed != before))
            {
                steps.Add(new DanceStep(
                    i + 1, Printer.KindOf(operation), Detail(operation), isLast,
                    [.. Bits.Select(bit => MarkOf(bit, operation, before, now))]));
            }

            before = now ?? before;
        }

        var omitted = Math.Max(0, steps.Count - Most);
        return new StatusDance(steps[omitted..], omitted);
    }

    /// <summary>The name of a bit as the specification writes it.</summary>
    public static string NameOf(VirtioStatus bit) => bit switch
    {
        VirtioStatus.FeaturesOk => "FEATURES_OK",
        VirtioStatus.DriverOk => "DRIVER_OK",
        VirtioStatus.NeedsReset => "NEEDS_RESET",
        _ => bit.ToString().ToUpperInvariant(),
    };

    private static bool Belongs(VirtioOperation operation) =>
        operation is VirtioOperation.SetStatus or VirtioOperation.ResetDevice or VirtioOperation.ReadFeatures
            or VirtioOperation.AcceptFeatures or VirtioOperation.SetUpQueue;

    private static string Detail(VirtioOperation operation) => operation switch
    {
        VirtioOperation.AcceptFeatures accept =>
            Printer.Text(accept.Features, Shape.Of(typeof(VirtioFeatures))),
        VirtioOperation.SetUpQueue queue => $"ring {queue.Ring}",
        _ => "",
    };

    private static VirtioStatus? StatusIn(Observation seen) => seen switch
    {
        VirtioObservation.Status status => status.Value,
        VirtioObservation.Ran ran => ran.Value,
        _ => null,
    };

    // Where the status is not read, a bit stays what it was.
    private static DanceMark MarkOf(
        VirtioStatus bit, VirtioOperation operation, VirtioStatus before, VirtioStatus? now)
    {
        var was = (before & bit) != 0;
        if (now is not { } read) return was ? DanceMark.Stays : DanceMark.Clear;
        var isSet = (read & bit) != 0;
        var asked = operation switch
        {
            VirtioOperation.SetStatus set => (set.Status & bit) != 0,
            VirtioOperation.ResetDevice => false,
            _ => was,
        };
        return (asked, isSet) switch
        {
            (true, true) => was ? DanceMark.Stays : DanceMark.Set,
            (true, false) => DanceMark.Refused,
            (false, true) => DanceMark.Unasked,
            _ => DanceMark.Clear,
        };
    }
}

/// <summary>A step of the dance.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Kind">The kind of the operation.</param>
/// <param name="Detail">What it names; may be empty.</param>
/// <param name="Deviates">Whether what was seen is not allowed.</param>
/// <param name="Marks">What becomes of each bit.</param>
internal sealed record DanceStep(
    int Number, string Kind, string Detail, bool Deviates, IReadOnlyList<DanceMark> Marks);

/// <summary>What becomes of a bit of the status.</summary>
internal enum DanceMark
{
    /// <summary>It is not set.</summary>
    Clear,

    /// <summary>It was set before and still is.</summary>
    Stays,

    /// <summary>The driver sets it, and reads it so.</summary>
    Set,

    /// <summary>It was written or set before, and reads as clear.</summary>
    Refused,

    /// <summary>It is set though nobody wrote it.</summary>
    Unasked,
}
