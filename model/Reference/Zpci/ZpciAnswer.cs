using IoSpec.Contracts;
using IoSpec.Contracts.Zpci;

namespace IoSpec.Reference.Zpci;

/// <summary>What a function answers.</summary>
public static class ZpciAnswer
{
    /// <summary>The answer to one operation.</summary>
    /// <param name="state">The state before it, which is not changed.</param>
    /// <param name="rules">The decisions.</param>
    /// <param name="operation">The operation.</param>
    /// <returns>The answer.</returns>
    public static Observation To(ZpciState state, ZpciRules rules, ZpciOperation operation)
    {
        switch (operation)
        {
            case ZpciOperation.Enable:
                return new ZpciObservation.Named(rules.NextHandle(state.Handles.Count, isEnabled: true));
            case ZpciOperation.Disable:
                return new ZpciObservation.Named(rules.NextHandle(state.Handles.Count, isEnabled: false));
            case ZpciOperation.ResetBlock:
                return rules.MayResetBlock(state.Function) ? End(0, 0, []) : End(1, 24, []);
            case ZpciOperation.ResetError: return End(0, 0, []);
            case ZpciOperation.StoreControls: return new ZpciObservation.Stored(rules.Controls(state.Function));
            case ZpciOperation.BlockStore store: return BlockStore(state, rules, store);
            case ZpciOperation.Store store:
                return Register(state, rules, store.Handle, new Transaction(
                    AccessKind.Store, store.Space, store.At, store.Length, store.Data, false));
            case ZpciOperation.Load load:
                return Register(state, rules, load.Handle, new Transaction(
                    AccessKind.Load, load.Space, load.At, load.Length, default, false));
            case ZpciOperation.Command command:
                return Driver(state, rules, rules.Command(command), command.BusyAt, command.FailAt);
            case ZpciOperation.Move move:
                return Driver(state, rules, rules.Move(move), move.BusyAt, move.FailAt);
            case ZpciOperation.Copy copy: return Driver(state, rules, rules.Copy(state.Traits, copy), 0, 0);
            default: return new ZpciObservation.Done();
        }
    }

    private static Observation BlockStore(ZpciState state, ZpciRules rules, ZpciOperation.BlockStore store)
    {
        var faults = new List<Fault>();
        InstructionRules.BlockStore(state, store, faults);
        if (Rejection(rules, faults) is { } rejection) return rejection;
        if (state.Traits.Relaxed && rules.RejectsRelaxed(store))
            return new ZpciObservation.Ended(ProgramCheck.Specification, 0, 0, []);
        var kind = store.IsMio ? AccessKind.MioBlockStore : AccessKind.BlockStore;
        return Delivered(state, rules, new Transaction(kind, store.Space, store.At, store.Length, store.Data, false));
    }

    private static Observation Register(ZpciState state, ZpciRules rules, HandleChoice handle, Transaction access)
    {
        var faults = new List<Fault>();
        InstructionRules.Register(state, handle, access.Space, access.At, access.Length, faults);
        return Rejection(rules, faults) ?? Delivered(state, rules, access);
    }

    private static Observation? Rejection(ZpciRules rules, List<Fault> faults)
    {
        foreach (var fault in faults)
        {
            if (rules.Rejects(fault)) return new ZpciObservation.Ended(fault.Check, fault.Condition, fault.Status, []);
        }

        return null;
    }

    private static Observation Delivered(ZpciState state, ZpciRules rules, Transaction access)
    {
        var log = new List<Transaction>();
        rules.Deliver(state.Traits, access with { Bypasses = rules.Bypasses(state.Traits) }, log);
        return End(0, 0, log);
    }

    private static Observation Driver(
        ZpciState state, ZpciRules rules, List<Transaction> pieces, int busyAt, int failAt)
    {
        var (log, condition) = (new List<Transaction>(), 0);
        for (var i = 1; i <= pieces.Count; i++)
        {
            if (i == failAt)
            {
                condition = 1;
                if (!rules.GoesOnAfterFailure) break;
                continue;
            }

            var piece = pieces[i - 1] with { Bypasses = rules.Bypasses(state.Traits) };
            for (var times = i == busyAt ? rules.TimesAfterBusy : 1; times > 0; times--)
                rules.Deliver(state.Traits, piece, log);
        }

        return End(condition, condition == 0 ? 0 : 16, log);
    }

    private static ZpciObservation.Ended End(int condition, int status, List<Transaction> log) =>
        new(ProgramCheck.None, condition, status, [.. log]);
}
