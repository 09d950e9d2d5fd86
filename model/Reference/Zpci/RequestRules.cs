using IoSpec.Contracts;
using IoSpec.Contracts.Zpci;

namespace IoSpec.Reference.Zpci;

/// <summary>When a request to the logical processor for PCI is refused; any of several reasons may be told.</summary>
public static class RequestRules
{
    /// <summary>What refuses a request.</summary>
    /// <param name="state">The state before it.</param>
    /// <param name="operation">The request.</param>
    /// <param name="due">Takes the reasons; none if it is done.</param>
    public static void Of(ZpciState state, ZpciOperation operation, List<DueResponse> due)
    {
        switch (operation)
        {
            case ZpciOperation.Enable enable:
                Enable(state, enable, due);
                break;
            case ZpciOperation.Disable disable:
                Handle(disable.Handle, due);
                if (state.Function == FunctionState.Standby)
                    due.Add(new DueResponse(ZpciRequirements.Control.Fun07, ProgramCheck.None, 0, 0, AnyRefusal: true));
                else if (state.Function == FunctionState.Disabled)
                    due.Add(Already);
                break;
            case ZpciOperation.Query query:
                Handle(query.Handle, due);
                break;
            case ZpciOperation.QueryGroup { IsKnown: false }:
                due.Add(Of(ZpciRequirements.Control.Clp10, ResponseCode.Group));
                break;
            case ZpciOperation.BadRequest bad:
                due.Add(Of(bad.Defect));
                break;
            default:
                break;
        }
    }

    /// <summary>Whether the answer to a request is open.</summary>
    /// <param name="state">The state before it.</param>
    /// <param name="operation">The request.</param>
    /// <returns>True if it may be done or refused.</returns>
    public static bool IsOpen(ZpciState state, ZpciOperation operation) =>
        state.WasEnabled && operation is ZpciOperation.Enable or ZpciOperation.Disable;

    private static DueResponse Already =>
        new(ZpciRequirements.Control.Clp05, ProgramCheck.None, ResponseCode.Operation, ResponseCode.Already);

    private static void Enable(ZpciState state, ZpciOperation.Enable enable, List<DueResponse> due)
    {
        Handle(enable.Handle, due);
        if (enable.Spaces == 0) due.Add(Of(ZpciRequirements.Control.Clp06, ResponseCode.Spaces));
        if (enable.Spaces > 1) due.Add(Of(ZpciRequirements.Control.Clp06, ResponseCode.Resources));
        if (state.Function == FunctionState.Standby)
            due.Add(new DueResponse(ZpciRequirements.Control.Fun07, ProgramCheck.None, 0, 0, AnyRefusal: true));
        else if (state.Function != FunctionState.Disabled)
            due.Add(Already);
    }

    private static void Handle(HandleChoice handle, List<DueResponse> due)
    {
        if (handle == HandleChoice.Former) due.Add(Of(ZpciRequirements.Control.Clp04, ResponseCode.Handle));
    }

    private static DueResponse Of(RequestDefect defect) => defect switch
    {
        RequestDefect.OtherLength => Of(ZpciRequirements.Control.Clp02, ResponseCode.Length),
        RequestDefect.UnknownCommand => Of(ZpciRequirements.Control.Clp02, ResponseCode.Command),
        RequestDefect.ListFormat => Of(ZpciRequirements.Control.Clp03, ResponseCode.Format),
        RequestDefect.ListReserved => Of(ZpciRequirements.Control.Clp03, ResponseCode.Reserved),
        RequestDefect.ListToken => Of(ZpciRequirements.Control.Clp03, ResponseCode.Token),
        _ => new DueResponse(ZpciRequirements.Control.Clp01, ProgramCheck.Operand, 0, 0),
    };

    private static DueResponse Of(Requirement requirement, int code) =>
        new(requirement, ProgramCheck.None, code, code);
}
