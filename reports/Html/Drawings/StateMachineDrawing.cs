using IoSpec.Contracts.Migration;
using IoSpec.Html.Words;

namespace IoSpec.Html.Drawings;

/// <summary>Where the states of a migrating device are drawn, and the arcs between them.</summary>
internal static class StateMachineDrawing
{
    private const double HalfWidth = 62;
    private const double HalfHeight = 17;
    private const double Aside = 7;

    // Linux include/uapi/linux/vfio.h, enum vfio_device_mig_state: the arcs that are one step; where P2P states exist,
    // the arcs beside them are combinations.
    private static readonly (DeviceState From, DeviceState To)[] Steps =
    [
        (DeviceState.Running, DeviceState.RunningP2P), (DeviceState.RunningP2P, DeviceState.Running),
        (DeviceState.RunningP2P, DeviceState.Stop), (DeviceState.Stop, DeviceState.RunningP2P),
        (DeviceState.Stop, DeviceState.StopCopy), (DeviceState.StopCopy, DeviceState.Stop),
        (DeviceState.Stop, DeviceState.Resuming), (DeviceState.Resuming, DeviceState.Stop),
        (DeviceState.Running, DeviceState.PreCopy), (DeviceState.PreCopy, DeviceState.Running),
        (DeviceState.PreCopy, DeviceState.PreCopyP2P), (DeviceState.PreCopyP2P, DeviceState.PreCopy),
        (DeviceState.RunningP2P, DeviceState.PreCopyP2P), (DeviceState.PreCopyP2P, DeviceState.RunningP2P),
        (DeviceState.PreCopyP2P, DeviceState.StopCopy),
    ];

    /// <summary>The states, in the order of their numbers.</summary>
    public static IReadOnlyList<DeviceState> States { get; } = Enum.GetValues<DeviceState>();

    /// <summary>Where each state is.</summary>
    public static IReadOnlyList<(DeviceState State, (int X, int Y) Place)> Places { get; } =
    [
        (DeviceState.Running, (80, 46)), (DeviceState.RunningP2P, (330, 46)), (DeviceState.Stop, (580, 46)),
        (DeviceState.PreCopy, (80, 176)), (DeviceState.PreCopyP2P, (330, 176)), (DeviceState.StopCopy, (580, 176)),
        (DeviceState.Resuming, (820, 46)), (DeviceState.Error, (820, 176)),
    ];

    /// <summary>How often a change was asked for.</summary>
    public static ulong CountOf(IReadOnlyDictionary<string, ulong> points, DeviceState from, DeviceState to) =>
        points.GetValueOrDefault($"change/{Word(from)}/{Word(to)}");

    /// <summary>The name of a state as the specification writes it.</summary>
    public static string NameOf(DeviceState state) => state switch
    {
        DeviceState.StopCopy => "STOP_COPY",
        DeviceState.PreCopy => "PRE_COPY",
        DeviceState.RunningP2P => "RUNNING_P2P",
        DeviceState.PreCopyP2P => "PRE_COPY_P2P",
        _ => state.ToString().ToUpperInvariant(),
    };

    /// <summary>The arcs with their counts.</summary>
    public static IReadOnlyList<DrawnArc> ArcsOf(IReadOnlyDictionary<string, ulong> points)
    {
        var most = Math.Max(1, Steps.Max(s => CountOf(points, s.From, s.To)));
        return [.. Steps.Select(s => Arc(s.From, s.To, CountOf(points, s.From, s.To), most))];
    }

    private static DrawnArc Arc(DeviceState from, DeviceState to, ulong count, ulong most)
    {
        var (start, end) = (PlaceOf(from), PlaceOf(to));
        var (dx, dy) = (end.X - start.X, end.Y - start.Y);
        var length = Math.Sqrt((dx * dx) + (dy * dy));
        var (ux, uy) = (dx / length, dy / length);

        var (nx, ny) = (-uy * Aside, ux * Aside);
        var (x1, y1) = Edge(start, ux, uy, nx, ny);
        var (x2, y2) = Edge(end, -ux, -uy, nx, ny);
        var tip = $"M{P(x2 - (ux * 9) - (uy * 4.5))} {P(y2 - (uy * 9) + (ux * 4.5))}L{P(x2)} {P(y2)}"
            + $"L{P(x2 - (ux * 9) + (uy * 4.5))} {P(y2 - (uy * 9) - (ux * 4.5))}";
        var width = count == 0 ? 1.2 : 1.4 + (4.6 * Math.Sqrt((double)count / most));
        var label = (Math.Abs(uy) > Math.Abs(ux) ? 24 : 14) / Aside;
        return new DrawnArc(
            count, width, $"M{P(x1)} {P(y1)}L{P(x2)} {P(y2)}", tip, ((x1 + x2) / 2) + (nx * label),
            ((y1 + y2) / 2) + (ny * label) + 4);
    }

    private static (double X, double Y) Edge((int X, int Y) at, double ux, double uy, double nx, double ny)
    {
        var reach = 3 + (Math.Abs(ux) > Math.Abs(uy) ? HalfWidth : HalfHeight);
        return (at.X + (ux * reach) + nx, at.Y + (uy * reach) + ny);
    }

    private static (int X, int Y) PlaceOf(DeviceState state) => Places.First(p => p.State == state).Place;

    private static string P(double number) => Wording.Place(number);

    private static string Word(DeviceState state) => state.ToString().ToLowerInvariant();
}

/// <summary>An arc of the state machine.</summary>
/// <param name="Count">How often it was asked for.</param>
/// <param name="Width">How wide it is drawn.</param>
/// <param name="Path">Its line.</param>
/// <param name="Tip">Its head.</param>
/// <param name="X">Where its count is written.</param>
/// <param name="Y">Where its count is written.</param>
internal sealed record DrawnArc(ulong Count, double Width, string Path, string Tip, double X, double Y);
