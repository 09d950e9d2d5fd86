using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Reference.Walk.Tce;

/// <summary>What the calls for entries mean.</summary>
/// <remarks>Source: Linux arch/powerpc/kvm/book3s_64_vio.c; QEMU hw/ppc/spapr_iommu.c.</remarks>
/// <param name="rules">The decisions of the sources.</param>
internal sealed class TceCommands(TceRules rules)
{
    private const ulong Rights = 3;

    public CommandEffect Decode(WalkState state, ValueList<Word> command)
    {
        var call = TceCall.Of(command);
        if (rules.WindowOf(UnitOf(state), call) is not { } window) return CommandEffect.Illegal.Instance;
        var entries = new List<EntryWrite>();
        for (var i = 0ul; i < rules.CountOf(call); i++)
        {
            // What was never written is 0 anyway.
            var at = window.EntryOf(call.At.Plus(i << window.PageShift));
            if (call.Value != default || state.Memory.Find(at) is not null) entries.Add(new EntryWrite(at, call.Value));
        }

        return new CommandEffect.Stores([.. entries]);
    }

    /// <summary>
    /// Whether something is told of a call: all before it are awaited, it names the start of a page, and all of its
    /// entries lie in one window, where no harness has its own, or the first one in none.
    /// </summary>
    public static bool IsTold(WalkState state, ValueList<Word> command)
    {
        if (command.Count > 4 || command.Count == 0 || command[0].Field(47, 32) != 0) return false;
        if (state.Commands.Submitted.Count > 0) return false;
        var call = TceCall.Of(command);
        var unit = UnitOf(state);
        var isRefused = TceRules.Standard.WindowOf(unit, call) is null;
        var window = Find(unit, call.Window);
        if ((call.At.Value & ((1ul << (window?.PageShift ?? Page.Shift)) - 1)) != 0) return false;
        return call.Call switch
        {
            TceCall.Put => call.Count == 0
                && (isRefused || MayStore(state.Configuration, EntryOf(window!.Value, call))),
            TceCall.Stuff => call.Count is > 0 and <= TceCall.Most && call.Value == default
                && (isRefused || IsOpen(window!.Value, call)),
            TceCall.PutIndirect => isRefused,
            _ => false,
        };
    }

    /// <summary>
    /// Whether something is told of an entry: no bit is set between its rights and its page, and if it has rights, the
    /// page is memory: a hypervisor may refuse another.
    /// </summary>
    public static bool MayStore(WalkConfiguration configuration, EntryWrite entry)
    {
        if (WindowOf((WalkUnit.Tce)configuration.Unit, entry.At) is not { } window) return false;
        var inPage = (1ul << window.PageShift) - 1;
        if ((entry.Value.Value & inPage & ~Rights) != 0) return false;
        return (entry.Value.Value & Rights) == 0 || configuration.IsFrame(
            new Gpa(entry.Value.Value & ~inPage), new PageCount(1ul << (window.PageShift - Page.Shift)));
    }

    /// <summary>The window of an entry; null if it is none, or a harness has its own there.</summary>
    public static TceWindow? WindowOf(WalkUnit.Tce unit, Gpa entry)
    {
        foreach (var window in unit.Windows.AsSpan())
        {
            if (window.AddressOf(entry) is { } at) return window.IsOpen(at) ? window : null;
        }

        return null;
    }

    private static bool IsOpen(TceWindow window, in TceCall call) =>
        window.IsOpen(call.At) && window.IsOpen(call.At.Plus((call.Count - 1) << window.PageShift));

    private static EntryWrite EntryOf(TceWindow window, in TceCall call) => new(window.EntryOf(call.At), call.Value);

    private static TceWindow? Find(WalkUnit.Tce unit, RequesterId number)
    {
        foreach (var window in unit.Windows.AsSpan())
        {
            if (window.Number == number) return window;
        }

        return null;
    }

    private static WalkUnit.Tce UnitOf(WalkState state) => (WalkUnit.Tce)state.Configuration.Unit;
}
