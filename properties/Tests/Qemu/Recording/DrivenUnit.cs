using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;
using IoSpec.Contracts.Walk;
using IoSpec.Qemu.Recording;
using IoSpec.Qemu.Vtd;
using IoSpec.Qemu.Walk;
using IoSpec.Tests.Qemu.Fakes;

namespace IoSpec.Tests.Qemu.Recording;

/// <summary>
/// Registers and memory without a machine, and behind them an implementation of the area <c>walk</c> that is told what
/// the driver did, before every access.
/// </summary>
internal sealed class DrivenUnit
{
    private const uint FaultStatus = 0x34;
    private const uint FaultLow = 0x220;
    private const uint FaultHigh = 0x228;
    private const uint Overflow = 1;
    private const uint Pending = 2;
    private const ulong IsSet = 1ul << 63;

    private readonly FakeUnit _registers = new();
    private readonly RawTrace _trace = new();
    private readonly VtdReading _reading;
    private readonly ITarget<WalkConfiguration, WalkOperation> _unit;
    private readonly WalkConfiguration _configuration;
    private int _told;

    /// <summary>A unit that has just been started, with its driver.</summary>
    /// <param name="unit">The implementation.</param>
    /// <param name="configuration">What holds for the case.</param>
    public DrivenUnit(ITarget<WalkConfiguration, WalkOperation> unit, IommuConfiguration configuration)
    {
        var capability = VtdCapability.Read(_registers);
        (_unit, _reading) = (unit, new VtdReading(_trace, capability));
        _configuration = new WalkConfiguration(
            VtdWalkTraits.UnitOf(capability), WalkFeatures.FaultRecords, configuration.Traits.Faults,
            configuration.Devices, VtdLayout.Structures, configuration.Frames, Nothing: null, configuration.Cache);
        unit.Reset(_configuration);
        Driver = new VtdDriver(new RecordingPort(_registers, _trace, _reading), queued: true, Buses);
        Driver.Start();
    }

    /// <summary>The buses of the requesters.</summary>
    public static IReadOnlyList<byte> Buses { get; } = [0, 2, 0x82];

    /// <summary>The driver.</summary>
    public VtdDriver Driver { get; }

    /// <summary>A device makes an access.</summary>
    /// <param name="dma">The access.</param>
    /// <returns>What became of it.</returns>
    public IommuObservation Access(IommuOperation.Dma dma)
    {
        if (dma.Length.Value == 0) return new IommuObservation.Transferred([]);
        Tell();
        var access = new WalkOperation.Dma(
            dma.Requester, dma.Pasid, dma.AddressType, dma.Kind, dma.Privileged, dma.At, dma.Length);
        var seen = (WalkObservation.Transferred)_unit.Apply(access);
        _trace.Add(access, seen);
        _told = _trace.Operations.Count;
        Keep((WalkObservation.Faults)_unit.Apply(new WalkOperation.ReadFaults()));
        return new IommuObservation.Transferred(seen.Pieces);
    }

    /// <summary>The driver reads the fault records.</summary>
    /// <returns>The records.</returns>
    public IommuObservation ReadFaults()
    {
        _trace.Leave(_reading.Faults(_registers));
        return Driver.ReadFaults();
    }

    /// <summary>What the driver did.</summary>
    /// <param name="configuration">What holds for the case.</param>
    /// <returns>The record.</returns>
    public RawRecord Take(IommuConfiguration configuration) =>
        _trace.Take(_configuration with { Cache = configuration.Cache });

    private void Tell()
    {
        _trace.Flush();
        for (; _told < _trace.Operations.Count; _told++)
        {
            var operation = (WalkOperation)_trace.Operations[_told];
            // The records that it had were moved into the registers after every access.
            if (operation is not WalkOperation.ReadFaults) _unit.Apply(operation);
        }
    }

    // There is one register for a record: further faults of its requester are left out, others overflow.
    private void Keep(WalkObservation.Faults faults)
    {
        var status = _registers.ReadInt(new(FaultStatus)) | (faults.Overflow ? Overflow : 0);
        for (var i = 0; i < faults.Words.Count; i += 2)
        {
            var (low, high, kept) = (faults.Words[i], faults.Words[i + 1], _registers.ReadWord(new(FaultHigh)).Value);
            if ((status & Pending) == 0)
            {
                _registers.Set(FaultLow, low.Value);
                _registers.Set(FaultHigh, high.Value | IsSet);
                status |= Pending;
            }
            else if ((ushort)kept != (ushort)high.Value)
            {
                status |= Overflow;
            }
        }

        _registers.Set(FaultStatus, status);
    }
}
