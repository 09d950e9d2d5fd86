using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Contracts.Walk;
using IoSpec.Qemu.Iommu;
using IoSpec.Qemu.Recording;
using IoSpec.Qemu.Vtd;
using IoSpec.Qemu.Walk;
using IoSpec.Tests.Qemu.Fakes;

namespace IoSpec.Tests.Qemu.Recording;

/// <summary>The driver of VT-d on a unit that is an implementation of the area <c>walk</c>, without a machine.</summary>
/// <param name="unit">Makes the implementation.</param>
/// <param name="forgets">Operations that the driver says it has done, and has not.</param>
internal sealed class DrivenWalk(
    Func<ITarget<WalkConfiguration, WalkOperation>> unit, Func<IommuOperation, bool> forgets)
    : ITarget<IommuConfiguration, IommuOperation>, IRecordsRaw
{
    private static readonly ValueList<IommuDevice> Devices =
        [Device(DriverRig.Nic), Device(new RequesterId(0x29)), Device(DriverRig.Bridge)];

    private static readonly ValueList<FrameRegion> Frames =
        [new(DriverRig.Frames, new PageCount(24)), new(new Gpa(0x1_6a20_0000), new PageCount(1024))];

    private DrivenUnit? _driven;
    private IommuSession? _session;
    private bool _records;

    /// <inheritdoc/>
    public TargetIdentity Identity => new("driven walk", "");

    /// <inheritdoc/>
    public Capabilities Capabilities =>
        new VtdDriver(new FakeUnit(), queued: true, DrivenUnit.Buses).Description.With(Devices, Frames);

    /// <inheritdoc/>
    public bool Record() => _records = true;

    /// <inheritdoc/>
    public RawRecord? TakeRecord()
    {
        var record = _records ? _driven?.Take(_session!.Places.Configuration) : null;
        _records = false;
        return record;
    }

    /// <inheritdoc/>
    public void Reset(IommuConfiguration configuration)
    {
        _driven = new DrivenUnit(unit(), configuration);
        _session = new IommuSession(_driven.Driver, configuration);
    }

    /// <inheritdoc/>
    public Observation Apply(IommuOperation operation)
    {
        var (driven, session) = (_driven!, _session!);
        switch (operation)
        {
            case IommuOperation.Dma dma:
                if (session.Places.Configuration.Device(dma.Requester) is null)
                    return new IommuObservation.Refused(Refusal.NoSuchRequester);
                return dma.Pasid is null && !dma.Privileged && dma.AddressType == AddressType.Untranslated
                    ? driven.Access(dma)
                    : new Unsupported("no device does that");
            case IommuOperation.ReadFaults:
                return driven.ReadFaults();
            case IommuOperation.Interrupt:
                return new Unsupported("no messages are sent");
            case IommuOperation.Reset:
                driven.Driver.Reset();
                _session = new IommuSession(driven.Driver, session.Places.Configuration);
                return IommuObservation.Done.Instance;
            default:
                return forgets(operation) ? IommuObservation.Done.Instance : session.Do(operation);
        }
    }

    private static IommuDevice Device(RequesterId requester) => new(
        requester, DmaKinds.Read | DmaKinds.Write, new ByteCount(1), new ByteCount(1), new ByteCount(Page.Bytes),
        CrossesPages: true, ShowsReads: true, NeedsDomain: false);
}
