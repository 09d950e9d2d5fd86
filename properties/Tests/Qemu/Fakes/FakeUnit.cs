using IoSpec.Contracts;
using IoSpec.Qemu.Link;

namespace IoSpec.Tests.Qemu.Fakes;

/// <summary>
/// A remapping unit without a machine: its registers, its invalidation queue, memory, and a log of all of it.
/// </summary>
/// <remarks>Offsets, bits and descriptors are the specification's, written down without the driver.</remarks>
internal sealed class FakeUnit : IUnitPort
{
    private const uint GlobalCommand = 0x18;
    private const uint GlobalStatus = 0x1c;
    private const uint ContextCommand = 0x28;
    private const uint FaultStatus = 0x34;
    private const uint QueueHead = 0x80;
    private const uint QueueTail = 0x88;
    private const uint QueueAddress = 0x90;
    private const uint InvalidateAddress = 0xf0;
    private const uint InvalidateCommand = 0xf8;
    private const uint FirstFaultRecord = 0x220;
    private const uint QueueError = 1 << 4;
    private const uint OneTime = 1u << 27;
    private const ulong Busy = 1ul << 63;
    private const ulong QueueBytes = 4096;
    private const ulong DescriptorBytes = 16;

    private readonly SortedDictionary<uint, ulong> _registers = [];
    private int _polls;

    /// <summary>Makes a unit.</summary>
    /// <param name="capability">CAP_REG.</param>
    /// <param name="extended">ECAP_REG.</param>
    public FakeUnit(ulong capability = FakeRegisters.Capability39, ulong extended = FakeRegisters.Extended)
    {
        _registers[0x08] = capability;
        _registers[0x10] = extended;
    }

    /// <summary>The memory.</summary>
    public FakeMemory Memory { get; } = new();

    /// <summary>What has happened since it was cleared.</summary>
    public List<PortEvent> Log { get; } = [];

    /// <summary>Told of everything that happens, right after it.</summary>
    public Action<PortEvent>? Happened { get; set; }

    /// <summary>How often completion must be asked for before anything is done; 0 to do it at once.</summary>
    public int Delay { get; set; }

    /// <summary>The first four bits of descriptors at which the queue stops.</summary>
    public int? Stumbles { get; set; }

    /// <summary>Sets a register without a trace.</summary>
    /// <param name="offset">The offset.</param>
    /// <param name="value">The value.</param>
    public void Set(uint offset, ulong value) => _registers[offset] = value;

    /// <inheritdoc/>
    public uint ReadInt(UnitOffset register)
    {
        Poll();
        return (uint)Get(register.Offset);
    }

    /// <inheritdoc/>
    public Word ReadWord(UnitOffset register)
    {
        Poll();
        return new Word(Get(register.Offset));
    }

    /// <inheritdoc/>
    public void Write(UnitOffset register, uint value) => Write(register, new Word(value));

    /// <inheritdoc/>
    public void Write(UnitOffset register, Word value)
    {
        Tell(new PortEvent.Wrote(register, value));
        _registers[register.Offset] = value.Value;
        _polls = 0;
        if (register.Offset == GlobalCommand) Command((uint)value.Value);
        else if (IsClearedByOnes(register.Offset)) _registers[register.Offset] = 0;
        if (Delay == 0) Work();
    }

    /// <inheritdoc/>
    public Word Load(Gpa at) => Memory.Load(at);

    /// <inheritdoc/>
    public void Store(Gpa at, Word value)
    {
        var former = Memory.Load(at);
        Memory.Store(at, value);
        Tell(new PortEvent.Stored(at, former, value));
    }

    /// <inheritdoc/>
    public void Clear(Gpa page)
    {
        Memory.Clear(page);
        Tell(new PortEvent.Cleared(page));
    }

    private static bool IsClearedByOnes(uint offset) =>
        offset == FaultStatus || (offset >= FirstFaultRecord && offset % 16 == 8);

    private ulong Get(uint offset) => _registers.GetValueOrDefault(offset);

    private void Tell(PortEvent what)
    {
        Log.Add(what);
        Happened?.Invoke(what);
    }

    // The status of a command is the lasting part of it.
    private void Command(uint value) => _registers[GlobalStatus] = value & ~OneTime;

    private void Poll()
    {
        if (_polls++ >= Delay) Work();
    }

    private void Work()
    {
        if ((Get(GlobalStatus) & (1u << 26)) != 0) Drain();
        Finish(ContextCommand);
        Finish(InvalidateCommand);
    }

    private void Drain()
    {
        while (Get(QueueHead) != Get(QueueTail) && (Get(FaultStatus) & QueueError) == 0)
        {
            var at = new Gpa(Get(QueueAddress) + Get(QueueHead));
            var (low, high) = (Memory.Load(at), Memory.Load(at.Plus(sizeof(ulong))));
            if ((int)(low.Value & 0xf) == Stumbles)
            {
                _registers[FaultStatus] = Get(FaultStatus) | QueueError;
                return;
            }

            _registers[QueueHead] = (Get(QueueHead) + DescriptorBytes) % QueueBytes;
            Tell(new PortEvent.Executed(low, high));
            if ((low.Value & 0x2f) == 0x25) Memory.Store(new Gpa(high.Value), new Word(low.Value >> 32));
        }
    }

    private void Finish(uint register)
    {
        if ((Get(register) & Busy) == 0) return;
        var descriptor = register == ContextCommand
            ? FakeRegisters.ContextDescriptor(Get(register))
            : FakeRegisters.TranslationDescriptor(Get(register));
        _registers[register] = Get(register) & ~Busy;
        Tell(new PortEvent.Executed(descriptor, new Word(Get(InvalidateAddress))));
    }
}
