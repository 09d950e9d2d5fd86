using IoSpec.Contracts;
using IoSpec.Contracts.Dirty;

namespace IoSpec.Reference.Dirty;

/// <summary>Whether a tracker has to give a report of a window.</summary>
internal static class WindowDuty
{
    public static Duty Of(DirtyTraits traits, Population population, Window window)
    {
        if ((traits.ReportSizes >> window.Size & 1) == 0) return Duty.Either;
        if (window.Bits.Value > traits.MostPages.Value) return Duty.Either;
        if (window.Range.Last.Value == ulong.MaxValue) return Duty.Either;
        return IsWithinRule(traits.Windows, population, window.Range) ? Duty.Do : Duty.Either;
    }

    private static bool IsWithinRule(WindowRule rule, Population population, IovaRange window) => rule switch
    {
        WindowRule.Mapped => population.Mapped.Contains(window),
        WindowRule.OneMapping => population.Mappings.Exists(mapping => mapping.Range == window),
        WindowRule.WholeMappings => population.Mappings.TrueForAll(
            mapping => !mapping.Range.Overlaps(window) || window.Contains(mapping.Range)),
        _ => true,
    };
}
