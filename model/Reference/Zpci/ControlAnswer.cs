using IoSpec.Contracts;
using IoSpec.Contracts.Zpci;

namespace IoSpec.Reference.Zpci;

/// <summary>What a function answers to the instructions that control it.</summary>
internal static class ControlAnswer
{
    public static Observation To(ZpciState state, ZpciRules rules, ZpciOperation operation)
    {
        var faults = new List<Fault>();
        switch (operation)
        {
            case ZpciOperation.Modify modify:
                ControlRules.Modify(state, modify, faults);
                break;
            case ZpciOperation.Refresh refresh:
                ControlRules.Refresh(state, refresh, faults);
                if (faults.Count == 0 && rules.RefusesRefresh) return ZpciAnswer.End(1, 16, []);
                break;
            case ZpciOperation.Elsewhere elsewhere:
                ControlRules.Elsewhere(state, elsewhere, faults);
                break;
            case ZpciOperation.OddPair:
                faults.Add(ControlRules.OddPair);
                break;
            case ZpciOperation.StoreControls store:
                ControlRules.StoreControls(state, store, faults);
                return ZpciAnswer.Rejection(rules, faults) ?? (Observation)Stored(state, rules);
            default:
                break;
        }

        return ZpciAnswer.Rejection(rules, faults) ?? ZpciAnswer.End(0, 0, []);
    }

    private static ZpciObservation.Stored Stored(ZpciState state, ZpciRules rules)
    {
        var controls = rules.Controls(state.Function);
        return controls != 0 && rules.TellsTables(state.HasTables, state.HadTables)
            ? new ZpciObservation.Stored(
                controls | 0x10, state.Traits.FirstDma, ZpciAnswer.LastOf(state.Traits), new Word(ZpciGuest.Tables))
            : new ZpciObservation.Stored(controls, default, default, default);
    }
}
