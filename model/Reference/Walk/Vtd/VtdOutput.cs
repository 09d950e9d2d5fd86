using IoSpec.Contracts;

namespace IoSpec.Reference.Walk.Vtd;

/// <summary>Output addresses that no request may reach.</summary>
/// <remarks>Source: VT-d chapter 3, interrupt address range; chapter 7, fault conditions LGN.4 and SGN.8.</remarks>
internal static class VtdOutput
{
    private const ulong First = 0xfee0_0000;
    private const ulong Last = 0xfeef_ffff;

    /// <summary>
    /// Whether an address is one of interrupt messages, which are never memory. A large page that holds such addresses
    /// besides others may be refused as a whole: the text speaks of neither.
    /// </summary>
    public static bool IsRefused(Gpa output, int level, IEntries entries)
    {
        if (output.Value is >= First and <= Last) return true;
        var inside = (1ul << (12 + (9 * (level - 1)))) - 1;
        return (output.Value & ~inside) <= Last && (output.Value | inside) >= First && entries.IsTaken();
    }
}
