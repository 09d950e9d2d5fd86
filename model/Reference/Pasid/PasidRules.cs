using IoSpec.Contracts;
using IoSpec.Contracts.Pasids;

namespace IoSpec.Reference.Pasids;

/// <summary>The decisions about a device's functions and their guests; a faulty one overrides one of them.</summary>
public class PasidRules
{
    /// <summary>As the specifications have it.</summary>
    public static PasidRules Standard { get; } = new();

    /// <summary>Whether a function shows a capability of its hardware.</summary>
    public virtual bool Shows(FunctionState function, RegisterBlock block) => true;

    /// <summary>Whether a guest gets a PASID capability.</summary>
    public virtual bool Offers(PlatformState state, FunctionState function) =>
        Offer.Refusal(state, function) is null;

    /// <summary>How wide the PASIDs are that a guest is told.</summary>
    public virtual int Width(PlatformState state) => Offer.Width(state);

    /// <summary>The requests besides that a guest is told it can have: execute is bit 1, privileged bit 2.</summary>
    public virtual uint Supported(PlatformState state) => Offer.Supported(state);

    /// <summary>Whether a guest gets a page request capability.</summary>
    public virtual bool OffersPages(PlatformState state) => state.Interface.IsEnabled;

    /// <summary>Whether a capability that the kernel has added is added again.</summary>
    public virtual bool AddsTwice(EmulationShape shape) => false;

    /// <summary>Whether a place that is known for the device comes first.</summary>
    public virtual bool HonoursPlace => true;

    /// <summary>Whether a place that is known for the device is used though it is impossible.</summary>
    public virtual bool UsesImpossiblePlace => false;

    /// <summary>Whether a place is free.</summary>
    public virtual bool IsFree(FunctionState function, int at, int length) =>
        Placement.IsFree(function, at, length);

    /// <summary>The last place that a search tries for a length.</summary>
    public virtual int LastPlace(int length) => Architected.End - length;

    /// <summary>Whether a hidden first capability leaves a header that leads on.</summary>
    public virtual bool LeavesPlaceholder => true;

    /// <summary>Whether the chain that a guest finds has a capability of the hardware.</summary>
    public virtual bool Links(FunctionState function, int index) => true;

    /// <summary>Whether a capability that is hidden is unlinked.</summary>
    public virtual bool Hides(CapabilityId id) => id == Architected.Sriov;

    /// <summary>The control bits after a write.</summary>
    public virtual uint Control(uint written, uint supported, uint physical) => written & supported;

    /// <summary>The bits of the control register that a write of some bytes changes.</summary>
    public virtual uint ControlBytes(uint bytes, int width) => bytes;

    /// <summary>What a guest finds of the capability register after a write to it.</summary>
    public virtual uint Capability(uint before, uint value, uint bytes) => before;

    /// <summary>Whether a guest's control bits are written to the physical function.</summary>
    public virtual bool ForwardsControl => false;

    /// <summary>Whether a guest's write of page request control is made in the physical function.</summary>
    public virtual bool ForwardsPages => false;

    /// <summary>Whether a header takes what is written, which then stands where it leads to.</summary>
    public virtual uint Header(uint header, FunctionState function) => header;

    /// <summary>Whether a write to what is emulated reaches the hardware as well.</summary>
    public virtual bool WritesThrough => false;

    /// <summary>Whether all guests share one control register.</summary>
    public virtual bool SharesControl => false;

    /// <summary>Whether a register outside of everything takes what the guest writes.</summary>
    public virtual bool KeepsOutside => true;

    /// <summary>The bits of a register of the hardware that take what is written.</summary>
    public virtual uint Writable(RegisterBlock block, int index) => uint.MaxValue;

    /// <summary>What is read of a register of the hardware.</summary>
    public virtual uint Read(RegisterBlock block, int index, uint value) => value;

    /// <summary>What is read of the page request registers, of the hardware or a guest's.</summary>
    public virtual uint ReadPages(int index, uint value) => value;

    /// <summary>Whether a write of control and status clears the status bit of a failure.</summary>
    public virtual bool ClearsFailure(uint value, uint bytes) => (value & bytes & 1u << 16) != 0;

    /// <summary>Whether a reset of page requests counts.</summary>
    public virtual bool ResetsPages(bool isEnabled) => !isEnabled;

    /// <summary>Whether enabling page requests clears their failures.</summary>
    public virtual bool EnablingClears => true;

    /// <summary>Whether a failure stops page requests.</summary>
    public virtual bool FailureHalts => true;

    /// <summary>Whether a reset turns the guest's PASIDs off.</summary>
    public virtual bool ResetClearsControl => true;

    /// <summary>Whether a reset turns translations off.</summary>
    public virtual bool ResetClearsTranslations => true;

    /// <summary>Whether a reset detaches everything.</summary>
    public virtual bool ResetRetracts => true;

    /// <summary>Whether the reset of one function is one of all.</summary>
    public virtual bool ResetReachesOthers => false;

    /// <summary>The control bits that have effect.</summary>
    public virtual uint Effective(uint control) => control;

    /// <summary>The control bits of a function that are in use, of those that may be.</summary>
    public virtual uint InUse(FunctionState function) => function.Control;

    /// <summary>What is in use for a PASID, of what may be.</summary>
    public virtual Binding? InUse(FunctionState function, Pasid? pasid) => function.Bound(pasid);

    /// <summary>Whether the function sends what it is told to send.</summary>
    public virtual bool Sends(PlatformState state, PasidOperation.Dma dma) => RequestGate.MaySend(state, dma);

    /// <summary>Whether a request without a PASID is blocked while PASIDs are off.</summary>
    public virtual bool NeedsPasids => false;

    /// <summary>Whether a PASID without an address space uses the one of requests without a PASID.</summary>
    public virtual bool FallsBack => false;

    /// <summary>Whether a PASID that the physical function does not let out leaves the request without one.</summary>
    public virtual bool LosesPasid => false;

    /// <summary>Whether a PASID is too wide.</summary>
    public virtual bool IsTooWide(uint pasid, int width) => pasid >> width != 0;

    /// <summary>The function whose tables a request uses.</summary>
    public virtual FunctionId TablesOf(PlatformState state, FunctionId function) => function;

    /// <summary>Under which PASID a binding is looked up.</summary>
    public virtual Pasid? Lookup(Pasid? pasid) => pasid;

    /// <summary>Whether a function that was taken from its guest keeps what is attached.</summary>
    public virtual bool KeepsWhenTaken => false;

    /// <summary>What is wanted of a page.</summary>
    public virtual Access Wanted(DmaKind kind) => RequestGate.WantedBy(kind);

    /// <summary>Whether an entry that takes no privileged requests blocks them.</summary>
    public virtual bool HeedsEntry => true;

    /// <summary>The reason that is recorded.</summary>
    public virtual BlockReason Reason(BlockReason reason) => reason;

    /// <summary>Whether a page request of a function for which they are off is answered as invalid.</summary>
    public virtual PageResponseCode AnswerWhenOff => PageResponseCode.Invalid;

    /// <summary>The answer that reaches the function for the one that its guest gives.</summary>
    public virtual PageResponseCode Passed(PageResponseCode code) =>
        code == PageResponseCode.Failure ? PageResponseCode.Invalid : code;

    /// <summary>Whether a request that is not the last is answered when nobody takes it.</summary>
    public virtual bool AnswersEarly => false;

    /// <summary>Whether a request is a stop marker: the last, with a PASID, and nothing is wanted.</summary>
    public virtual bool IsStopMarker(PasidOperation.PageRequest request) => PageGate.IsStopMarker(request);

    /// <summary>Whether a stop marker is answered.</summary>
    public virtual bool AnswersStopMarker => false;

    /// <summary>Whether one more page request may wait.</summary>
    public virtual bool HasCredit(PageInterface pages) => pages.HasCredit;

    /// <summary>Whether a response has the PASID of its request.</summary>
    public virtual bool CarriesPasid(bool needed) => needed;

    /// <summary>The encoding of an answer.</summary>
    public virtual ulong Encoding(PasidUnit unit, PageResponseCode code) => PageGate.Encoding(unit, code);

    /// <summary>Whether a response to no group is seen in the status of the physical function.</summary>
    public virtual bool PassesUnexpected => false;

    /// <summary>What a guest is allotted that asks for some page requests.</summary>
    public virtual uint Allotment(uint wanted, uint left) => Math.Min(wanted, left);

    /// <summary>Whether a guest's reset is one of the whole interface.</summary>
    public virtual bool GuestResetsAll => false;

    /// <summary>What the IOMMU answers if its queue is off.</summary>
    public virtual PageResponseCode AnswerWhenQueueIsOff => PageResponseCode.Failure;

    /// <summary>Whether detaching answers what waits.</summary>
    public virtual bool Drains => true;

    /// <summary>The page requests that software finds.</summary>
    public virtual IEnumerable<TakenRequest> Taken(IEnumerable<TakenRequest> requests) => requests;
}
