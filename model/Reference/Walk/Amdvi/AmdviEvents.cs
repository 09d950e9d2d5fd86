using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Reference.Walk.Amdvi;

/// <summary>Faults with what their events say, as far as a device table entry lets them be recorded.</summary>
/// <remarks>Source: AMD-Vi 2.2.2, SE and SA, which are about page faults only.</remarks>
/// <param name="Suppresses">Whether page faults after the first are not recorded (SE).</param>
/// <param name="SuppressesAll">Whether no page fault is (SA).</param>
internal readonly record struct AmdviEvents(bool Suppresses, bool SuppressesAll)
{
    /// <summary>A page fault.</summary>
    public WalkResult PageFault(WalkCause cause) => Fault(cause, AmdviCode.PageFault);

    /// <summary>A fault of which it is open which event it is.</summary>
    public WalkResult Fault(WalkCause cause, params ReadOnlySpan<int> codes)
    {
        var pageFaults = 0;
        foreach (var code in codes) pageFaults += code == AmdviCode.PageFault ? 1 : 0;
        var logging = Logging.Must;
        if (pageFaults > 0 && Suppresses) logging = Logging.May;
        if (pageFaults > 0 && SuppressesAll) logging = pageFaults == codes.Length ? Logging.Never : Logging.May;
        return WalkResult.Of(new WalkFault(cause, [.. codes], logging) { Class = 0 });
    }

    /// <summary>A fault that need not be recorded.</summary>
    public WalkResult Quiet(WalkCause cause, params ReadOnlySpan<int> codes)
    {
        var fault = Fault(cause, codes).Fault!;
        return WalkResult.Of(fault.Logging == Logging.Must ? fault with { Logging = Logging.May } : fault);
    }

    /// <summary>A table that cannot be read.</summary>
    public WalkResult Unreadable(int code, Gpa at, bool isMissingRight)
    {
        var result = isMissingRight ? Fault(WalkCause.Unreadable, code, AmdviCode.PageFault)
            : Fault(WalkCause.Unreadable, code);
        return WalkResult.Of(result.Fault! with { Second = at });
    }
}
