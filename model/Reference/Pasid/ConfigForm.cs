using System.Numerics;
using IoSpec.Contracts.Pasids;

namespace IoSpec.Reference.Pasids;

/// <summary>Which accesses of a configuration space make sense.</summary>
internal static class ConfigForm
{
    /// <summary>Whether an access is one of the bus, and of what the view has.</summary>
    public static bool IsAccess(FunctionState function, ConfigSide side, ConfigOffset at, int width)
    {
        if (width is not (1 or 2 or 4) || (at.Value & 3) + width > 4 || at.Value < Architected.Start) return false;
        var four = at.Value & ~3;
        if (side == ConfigSide.Hardware || ConfigView.IsEmulated(function, four)) return true;
        // What is hidden from a guest is not the guest's.
        return function.BlockAt(four) is not { } block
            || (ConfigView.IsHeader(function.Guest, block.At) && !IsNull(function, block));
    }

    /// <summary>Whether the specification says what comes of a write.</summary>
    public static bool IsDefined(PlatformState state, PasidOperation.ConfigWrite write)
    {
        var function = state.Of(write.Function);
        var (at, shift) = (write.At.Value & ~3, 8 * (write.At.Value & 3));
        var bytes = (write.Width == 4 ? uint.MaxValue : (1u << (8 * write.Width)) - 1) << shift;
        var value = (uint)write.Value.Value << shift & bytes;
        if (write.Side == ConfigSide.Guest && ConfigView.IsEmulated(function, at))
            return IsGuestDefined(state, function, at, value, bytes);
        if (function.BlockAt(at) is not { } block || at == block.At) return true;
        if (block.Node.Initial.Count == 0) return (state.Configuration.Features & PasidFeatures.Writes) != 0;
        var index = (at - block.At) / 4;
        var after = (block.Read(index) & ~bytes) | value;
        if (block.Node.Id == Architected.Ats) return IsAtsDefined(block, after, bytes);
        if (block.Node.Id == Architected.Sriov) return IsSriovDefined(state, block, index, after, bytes);
        if (block.Node.Id == Architected.Pasid)
            return (bytes & 0xff_0000) == 0 || !TranslationsOn(function);
        return block.Node != state.Interface.Node || IsHostPagesDefined(state, index, value, bytes);
    }

    // A header that only leads on stands where the hidden capability was.
    private static bool IsNull(FunctionState function, RegisterBlock block) =>
        function.Guest[0].At == block.Node.At && function.Guest[0].Id.Value == 0 && block.Node.Id.Value != 0;

    private static bool TranslationsOn(FunctionState function) =>
        function.Block(Architected.Ats) is { } ats && ats.Read(1) >> 31 != 0;

    private static bool IsGuestDefined(PlatformState state, FunctionState function, int at, uint value, uint bytes)
    {
        // Changing what PASIDs may do while translations are on is undefined.
        if (function.PasidAt + 4 == at) return (bytes & 0xff_0000) == 0 || !TranslationsOn(function);
        if (function.PagesAt + 4 == at)
            return (bytes & value & 1) == 0 || function.Pages.IsEnabled || PageGate.IsStopped(state, function);
        return function.PagesAt + 12 != at || !function.Pages.IsEnabled;
    }

    private static bool IsHostPagesDefined(PlatformState state, int index, uint value, uint bytes)
    {
        var pages = state.Interface;
        if (index == 1) return (bytes & value & 1) == 0 || pages.IsEnabled || pages.IsStopped;
        if (index != 3) return true;
        var allocation = (pages.Allocation & ~bytes) | value;
        return !pages.IsEnabled && allocation <= pages.Capacity && allocation >= state.Allotted(but: null);
    }

    private static bool IsAtsDefined(RegisterBlock block, uint after, uint bytes)
    {
        if (!block.IsPhysical || (bytes & 0x1f_0000) == 0) return true;
        return block.Read(1) >> 31 == 0 || (after & 0x1f_0000) == (block.Read(1) & 0x1f_0000);
    }

    private static bool IsSriovDefined(PlatformState state, RegisterBlock block, int index, uint after, uint bytes)
    {
        if ((state.Configuration.Features & PasidFeatures.Writes) == 0) return index is not (2 or 4 or 8 or >= 9);
        return index switch
        {
            2 => (bytes & 0xff) == 0 || (after & 0x16) == (block.Read(2) & 0x16),
            4 => (bytes & 0xffff) == 0
                || ((block.Read(2) & 1) == 0 && (after & 0xffff) <= block.Read(3) >> 16),
            8 => BitOperations.PopCount(after) == 1 && (after & block.Read(7)) != 0,
            _ => true,
        };
    }
}
