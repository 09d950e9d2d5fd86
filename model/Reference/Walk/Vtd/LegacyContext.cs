using IoSpec.Contracts;

namespace IoSpec.Reference.Walk.Vtd;

/// <summary>The settings of a legacy context entry.</summary>
/// <remarks>
/// Source: VT-d chapter 9, context entry: FPD 1, TT 3:2, SSPTPTR 63:12; AW 2:0 and DID 23:8 of the second word.
/// </remarks>
internal static class LegacyContext
{
    public const ulong PassThrough = 2;
    public const ulong DeviceTlb = 1;

    public static bool DisablesFaults(Word low) => low.Has(1);

    public static ulong Type(Word low) => low.Field(3, 2);

    public static ulong Width(Word high) => high.Field(2, 0);

    /// <summary>The levels of its tables.</summary>
    public static int Levels(Word high) => (int)Width(high) + 2;

    /// <summary>Whether the unit has the type of translation and the address width.</summary>
    public static bool IsSupported(VtdUnit unit, Word low, Word high) => Type(low) switch
    {
        0 => unit.HasWidth(Width(high)),
        DeviceTlb => unit.DeviceTlb && unit.HasWidth(Width(high)),
        PassThrough => unit.PassThrough && unit.HasWidth(Width(high)),
        _ => false,
    };

    /// <summary>Whether the width is the largest that the unit has, as a passed-through requester needs it.</summary>
    public static bool IsWidest(VtdUnit unit, Word high)
    {
        for (var wider = Width(high) + 1; wider <= 3; wider++)
        {
            if (unit.HasWidth(wider)) return false;
        }

        return true;
    }
}
