using IoSpec.Contracts;
using IoSpec.Qemu.Link;

namespace IoSpec.Tests.Qemu.Fakes;

/// <summary>An SMMUv3 without a machine: its registers, its command queue, memory, and a log of all of it.</summary>
/// <remarks>Offsets, bits and commands are the specification's, written down without the driver.</remarks>
internal sealed class FakeSmmu : IUnitPort
{
    private const uint Control = 0x20;
    private const uint ControlTaken = 0x24;
    private const uint CommandsBase = 0x90;
    private const uint CommandsEnd = 0x98;
    private const uint CommandsStart = 0x9c;
    private const ulong AddressMask = 0x000f_ffff_ffff_ffe0;
    private const ulong CommandBytes = 16;

    private readonly SortedDictionary<uint, ulong> _registers = new()
    {
        [0x00] = 0x0d44_101b,
        [0x04] = 0x0273_0010,
        [0x0c] = 0x0000_0404,
        [0x14] = 0x0000_0074,
        [CommandsEnd] = 0,
        [CommandsStart] = 0,
    };

    /// <summary>The memory.</summary>
    public FakeMemory Memory { get; } = new();

    /// <summary>What has happened since it was cleared.</summary>
    public List<PortEvent> Log { get; } = [];

    /// <summary>Sets a register without a trace.</summary>
    /// <param name="offset">The offset.</param>
    /// <param name="value">The value.</param>
    public void Set(uint offset, ulong value) => _registers[offset] = value;

    /// <inheritdoc/>
    public uint ReadInt(UnitOffset register) => (uint)Get(register.Offset);

    /// <inheritdoc/>
    public Word ReadWord(UnitOffset register) => new(Get(register.Offset));

    /// <inheritdoc/>
    public void Write(UnitOffset register, uint value) => Write(register, new Word(value));

    /// <inheritdoc/>
    public void Write(UnitOffset register, Word value)
    {
        Log.Add(new PortEvent.Wrote(register, value));
        _registers[register.Offset] = value.Value;
        if (register.Offset == Control) _registers[ControlTaken] = value.Value;
        if (register.Offset == CommandsEnd) Drain();
    }

    /// <inheritdoc/>
    public Word Load(Gpa at) => Memory.Load(at);

    /// <inheritdoc/>
    public void Store(Gpa at, Word value)
    {
        var former = Memory.Load(at);
        Memory.Store(at, value);
        Log.Add(new PortEvent.Stored(at, former, value));
    }

    /// <inheritdoc/>
    public void Clear(Gpa page)
    {
        Memory.Clear(page);
        Log.Add(new PortEvent.Cleared(page));
    }

    private ulong Get(uint offset) => _registers.GetValueOrDefault(offset);

    private void Drain()
    {
        var bits = (int)Get(CommandsBase) & 0x1f;
        var indices = (2u << bits) - 1;
        while (Get(CommandsStart) != Get(CommandsEnd))
        {
            var index = (uint)Get(CommandsStart);
            var at = new Gpa(Get(CommandsBase) & AddressMask).Plus((index & (indices >> 1)) * CommandBytes);
            Log.Add(new PortEvent.Executed(Memory.Load(at), Memory.Load(at.Plus(sizeof(ulong)))));
            _registers[CommandsStart] = (index + 1) & indices;
        }
    }
}
