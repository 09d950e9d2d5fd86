using IoSpec.Contracts;
using IoSpec.Contracts.Zpci;

namespace IoSpec.Reference.Zpci;

/// <summary>What a function answers.</summary>
public static class ZpciAnswer
{
    /// <summary>The low bits of the register of a BAR of memory with 64 bits.</summary>
    internal const ulong MemoryOf64Bits = 4;

    /// <summary>The answer to one operation.</summary>
    /// <param name="state">The state before it, which is not changed.</param>
    /// <param name="rules">The decisions.</param>
    /// <param name="operation">The operation.</param>
    /// <returns>The answer.</returns>
    public static Observation To(ZpciState state, ZpciRules rules, ZpciOperation operation)
    {
        switch (operation)
        {
            case ZpciOperation.Fail: return new ZpciObservation.Done();
            case ZpciOperation.ResetBlock:
                return Reset(state, rules, state.Function == FunctionState.Error, ZpciRequirements.Fun03);
            case ZpciOperation.ResetError:
                return Reset(
                    state, rules, state.Function is FunctionState.Error or FunctionState.Blocked,
                    ZpciRequirements.Control.Fun08);
            case ZpciOperation.BlockStore store: return BlockStore(state, rules, store);
            case ZpciOperation.Store store:
                return Register(state, rules, store.Handle, new Transaction(
                    AccessKind.Store, store.Space, store.At, store.Length, store.Data, false));
            case ZpciOperation.Load load: return Load(state, rules, load);
            case ZpciOperation.Command command:
                return Driver(state, rules, rules.Command(command), command.BusyAt, command.FailAt);
            case ZpciOperation.Move move:
                return Driver(state, rules, rules.Move(move), move.BusyAt, move.FailAt);
            case ZpciOperation.Copy copy: return Driver(state, rules, rules.Copy(state.Traits, copy), 0, 0);
            case ZpciOperation.Signal signal: return InterruptAnswer.To(state, rules, signal);
            case ZpciOperation.TakeInterrupts: return InterruptAnswer.Taken(state);
            case ZpciOperation.Modify or ZpciOperation.Refresh or ZpciOperation.OddPair or ZpciOperation.Elsewhere
                or ZpciOperation.StoreControls:
                return ControlAnswer.To(state, rules, operation);
            default: return RequestAnswer.To(state, rules, operation);
        }
    }

    /// <summary>The last of the addresses that tables are registered for.</summary>
    /// <param name="traits">What the function is.</param>
    /// <returns>The address.</returns>
    internal static Iova LastOf(ZpciTraits traits) => traits.FirstDma.Plus(ZpciGuest.Registered - 1);

    internal static ZpciObservation.Ended? Rejection(ZpciRules rules, List<Fault> faults)
    {
        var reasons = faults.FindAll(rules.Rejects);
        if (reasons.Count == 0) return null;
        var told = rules.Told(reasons);
        return new ZpciObservation.Ended(told.Check, told.Condition, told.Status, []);
    }

    internal static ZpciObservation.Ended End(int condition, int status, List<Transaction> log) =>
        new(ProgramCheck.None, condition, status, [.. log]);

    private static ZpciObservation.Ended Reset(ZpciState state, ZpciRules rules, bool isDone, Requirement rule)
    {
        if (state.Function is FunctionState.Disabled or FunctionState.Standby) return End(3, 0, []);
        return isDone || rules.Overlooks(rule) ? End(0, 0, []) : End(1, 24, []);
    }

    private static Observation Load(ZpciState state, ZpciRules rules, ZpciOperation.Load load)
    {
        var asked = new Transaction(AccessKind.Load, load.Space, load.At, load.Length, default, false);
        var end = Register(state, rules, load.Handle, asked);
        if (end is not ZpciObservation.Ended { Check: ProgramCheck.None, Condition: 0 } done) return end;
        var length = (int)load.Length.Value;
        var value = length > 8 ? 0 : state.Stores.Load(load.Space, load.At, length).Value;
        return done with { Value = rules.Loaded(new Word(value), length) };
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

    private static Observation Delivered(ZpciState state, ZpciRules rules, Transaction access)
    {
        var log = new List<Transaction>();
        if (rules.Refuses(access)) return End(1, 4, log);
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
}
