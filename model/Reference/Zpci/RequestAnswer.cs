using System.Numerics;
using IoSpec.Contracts;
using IoSpec.Contracts.Zpci;
using static IoSpec.Contracts.Zpci.ZpciObservation;

namespace IoSpec.Reference.Zpci;

/// <summary>What the logical processor for PCI and the service-call processor answer.</summary>
internal static class RequestAnswer
{
    private const uint Bar = 0xc;

    public static Observation To(ZpciState state, ZpciRules rules, ZpciOperation operation) => operation switch
    {
        ZpciOperation.Configure => Configured(state.Function == FunctionState.Standby, rules),
        ZpciOperation.Deconfigure => Configured(state.Function != FunctionState.Standby, rules),
        ZpciOperation.List => new Listed(
            ResponseCode.Done, 1, rules.Listed(Known(state, rules)),
            state.Function != FunctionState.Standby || rules.Overlooks(ZpciRequirements.Control.Clp07)),
        ZpciOperation.Query query when Refusal(state, rules, query) is { } due =>
            new Described(due.Code, 0, default, default, default),
        ZpciOperation.Query => new Described(
            ResponseCode.Done, rules.SizeBits(BitOperations.Log2(state.Traits.BarSize.Value)),
            new Word(rules.Bar(Bar)), state.Traits.FirstDma, state.Traits.LastDma),
        ZpciOperation.QueryGroup query when Refusal(state, rules, query) is { } due => new Grouped(due.Code, default),
        ZpciOperation.QueryGroup => new Grouped(ResponseCode.Done, state.Traits.MostStored),
        _ when Refusal(state, rules, operation) is { } due =>
            new Responded(due.Check, 0, due.Check == ProgramCheck.None ? due.Code : 0, default),
        _ => new Responded(ProgramCheck.None, 0, ResponseCode.Done, Named(state, rules, operation)),
    };

    private static Responded Configured(bool changes, ZpciRules rules) => new(
        ProgramCheck.None, 0,
        changes || rules.Overlooks(ZpciRequirements.Control.Fun06) ? ResponseCode.Configured : ResponseCode.NothingToDo,
        default);

    private static FunctionHandle Named(ZpciState state, ZpciRules rules, ZpciOperation operation) => operation switch
    {
        ZpciOperation.Enable => rules.NextHandle(state.Handles.Count, isEnabled: true),
        ZpciOperation.Disable => rules.NextHandle(state.Handles.Count, isEnabled: false),
        _ => default,
    };

    // A function whose handle nobody has asked for has one all the same.
    private static List<FunctionHandle> Known(ZpciState state, ZpciRules rules) =>
        state.Handles.Count > 0 ? state.Handles : [rules.NextHandle(0, isEnabled: false)];

    private static DueResponse? Refusal(ZpciState state, ZpciRules rules, ZpciOperation operation)
    {
        var due = new List<DueResponse>();
        RequestRules.Of(state, operation, due);
        due.RemoveAll(one => rules.Overlooks(one.Requirement));
        if (due.Count == 0) return null;
        var told = rules.Told(due);
        return told.AnyRefusal ? told with { Code = ResponseCode.Operation } : told;
    }
}
