using System.Globalization;

namespace IoSpec.Contracts.Migration;

/// <summary>Situations that cases of the area <c>migration</c> are expected to reach.</summary>
public static class MigrationCoverpoints
{
    private static readonly DeviceState[] States = Enum.GetValues<DeviceState>();

    /// <summary>The table.</summary>
    public static CoverTable Table { get; } = new();

    private static readonly Coverpoint[] Reads = Each("state");
    private static readonly Coverpoint[] Resets = Each("reset");
    private static readonly Coverpoint[] Changes = Pairs();

    /// <summary>A change of state.</summary>
    /// <param name="from">The state before.</param>
    /// <param name="to">The state that was asked for.</param>
    /// <returns>The coverpoint.</returns>
    public static Coverpoint Change(DeviceState from, DeviceState to) =>
        Changes[((int)from * States.Length) + (int)to];

    /// <summary>A reset.</summary>
    /// <param name="from">The state before.</param>
    /// <returns>The coverpoint.</returns>
    public static Coverpoint Reset(DeviceState from) => Resets[(int)from];

    /// <summary>A state that was read.</summary>
    /// <param name="state">The state.</param>
    /// <returns>The coverpoint.</returns>
    public static Coverpoint Read(DeviceState state) => Reads[(int)state];

    private static readonly RegionBits[] Words =
    [
        RegionBits.None, RegionBits.Running, RegionBits.Saving, RegionBits.Saving | RegionBits.Running,
        RegionBits.Resuming,
    ];
    private static readonly Coverpoint[] BitChanges =
        [.. Words.SelectMany(from => Words.Select(to => Table.Declare($"bits/{Digits(from)}/{Digits(to)}")))];

    /// <summary>A change in the first version of the interface.</summary>
    /// <param name="from">The word before.</param>
    /// <param name="to">The word that is written.</param>
    /// <returns>The coverpoint; null if one of them is no state, or has a bit that was only proposed.</returns>
    public static Coverpoint? Change(RegionBits from, RegionBits to)
    {
        var (before, after) = (Array.IndexOf(Words, from), Array.IndexOf(Words, to));
        return before < 0 || after < 0 ? null : BitChanges[(before * Words.Length) + after];
    }

    private static Coverpoint[] Each(string what) =>
        [.. States.Select(state => Table.Declare($"{what}/{Name(state)}"))];

    private static Coverpoint[] Pairs() =>
        [.. States.SelectMany(from => States.Select(to => Table.Declare($"change/{Name(from)}/{Name(to)}")))];

    private static string Digits(RegionBits bits) => ((int)bits).ToString("b3", CultureInfo.InvariantCulture);

    private static string Name(DeviceState state) => state.ToString().ToLowerInvariant();
}
