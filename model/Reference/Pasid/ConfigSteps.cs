using IoSpec.Contracts.Pasids;

namespace IoSpec.Reference.Pasids;

/// <summary>Writes registers, in the view of the host or of a guest.</summary>
internal static class ConfigSteps
{
    /// <summary>Does a write.</summary>
    /// <param name="state">The state.</param>
    /// <param name="write">The write.</param>
    public static void Write(PlatformState state, PasidOperation.ConfigWrite write)
    {
        var function = state.Of(write.Function);
        var (at, shift) = (write.At.Value & ~3, 8 * (write.At.Value & 3));
        var bytes = (write.Width == 4 ? uint.MaxValue : (1u << (8 * write.Width)) - 1) << shift;
        var value = (uint)write.Value.Value << shift & bytes;
        if (write.Side == ConfigSide.Hardware) Host(state, function, at, value, bytes);
        else Guest(state, function, at, value, bytes, write.Width);
    }

    private static void Host(PlatformState state, FunctionState function, int at, uint value, uint bytes)
    {
        if (function.IsPhysical)
        {
            foreach (var other in state.Functions) other.History.GuestWrote = false;
            state.VirtualWasReset = false;
        }

        Hardware(state, function, at, value, bytes);
    }

    private static void Hardware(PlatformState state, FunctionState function, int at, uint value, uint bytes)
    {
        if (function.BlockAt(at) is not { } block)
        {
            if (function.Hidden.TryGetValue(at, out var hidden))
                function.Hidden[at] = (hidden & ~bytes) | (value & bytes);
            return;
        }

        var index = (at - block.At) / 4;
        if (function.IsPhysical && block.Node == state.Interface.Node)
            state.Interface.Write(index, value, bytes, state.Rules);
        else if (index > 0)
            block.Write(index, value, bytes & state.Rules.Writable(block, index));
    }

    private static void Guest(
        PlatformState state, FunctionState function, int at, uint value, uint bytes, int width)
    {
        if (ConfigView.IsEmulated(function, at))
        {
            function.History.Emulated.Add(at);
            if (state.Rules.WritesThrough) Hardware(state, function, at, value, bytes);
        }

        if (function.PasidAt + 4 == at) Control(state, function, value, bytes, width);
        else if (function.PagesAt is { } pages && at > pages && at < pages + Architected.PagesLength)
            Pages(state, function, (at - pages) / 4, value, bytes);
        else if (!ConfigView.IsEmulated(function, at) && (state.Rules.KeepsOutside || function.BlockAt(at) is not null))
            Hardware(state, function, at, value, bytes);
    }

    private static void Control(PlatformState state, FunctionState function, uint value, uint bytes, int width)
    {
        var rules = state.Rules;
        function.PasidCapability = rules.Capability(function.PasidCapability, value, bytes);
        if ((bytes & 0xff_0000) == 0) return;
        var history = function.History;
        (history.ControlWritten, history.ControlWidth, history.OtherWrote) = (true, width, false);
        history.ControlOnes |= value >> 16;
        foreach (var other in state.Functions)
        {
            other.History.GuestWrote = true;
            if (other != function) other.History.OtherWrote = true;
        }

        bytes = rules.ControlBytes(bytes, width);
        var written = ((function.Control << 16 & ~bytes) | (value & bytes)) >> 16;
        var control = rules.Control(
            written, RegisterAttributes.ControlBits(function.PasidCapability), state.PhysicalControl);
        function.SetControl(control);
        if (rules.SharesControl)
        {
            foreach (var other in state.Functions) other.SetControl(control);
        }

        if (rules.ForwardsControl) state.Physical.Block(Architected.Pasid)?.Write(1, value, bytes);
    }

    private static void Pages(PlatformState state, FunctionState function, int index, uint value, uint bytes)
    {
        var (rules, pages) = (state.Rules, function.Pages);
        foreach (var other in state.Functions) other.History.GuestWrote = true;
        if (index == 3) Allot(state, function, (pages.Allocation & ~bytes) | (value & bytes), bytes == uint.MaxValue);
        if (index != 1) return;
        if (rules.ForwardsPages) state.Interface.Write(index, value, bytes, rules);
        if ((bytes & 1) != 0)
        {
            var on = (value & 1) != 0;
            if (on && !pages.IsEnabled && rules.EnablingClears) (pages.Failed, pages.Unexpected) = (false, false);
            pages.IsEnabled = on;
        }

        if (rules.ClearsFailure(value, bytes)) pages.Failed = false;
        if ((value & bytes & 1u << 17) != 0) pages.Unexpected = false;
        if ((value & bytes & 2) == 0) return;
        if (!rules.ResetsPages(pages.IsEnabled))
        {
            foreach (var group in state.Interface.Waiting) group.SawVainReset |= group.Function == function.Id;
            return;
        }

        PageSteps.Forget(state, rules.GuestResetsAll ? null : function);
        foreach (var group in state.Interface.Waiting) group.SawForeignReset = true;
    }

    // What a write of some bytes leaves of an allotment that nobody knows, nobody knows either.
    private static void Allot(PlatformState state, FunctionState function, uint wanted, bool isWhole)
    {
        var sure = 0u;
        foreach (var other in state.Functions)
        {
            if (other != function && !other.Pages.WasCut) sure += other.Pages.Allocation;
        }

        var (all, others) = (state.Interface.Allocation, state.Allotted(function));
        var left = all > others ? all - others : 0;
        var isOpen = function.Pages.WasCut && !isWhole;
        var most = all > sure ? all - sure : 0;
        function.Pages.Most = isOpen ? most : Math.Min(wanted, most);
        function.Pages.WasCut = isOpen || wanted > left;
        function.Pages.Allocation = state.Rules.Allotment(wanted, left);
    }
}
