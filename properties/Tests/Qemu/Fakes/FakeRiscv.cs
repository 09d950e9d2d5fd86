using IoSpec.Contracts;
using IoSpec.Qemu.Link;

namespace IoSpec.Tests.Qemu.Fakes;

/// <summary>
/// A RISC-V IOMMU without a machine: its registers, its command queue, memory, and a log of all of it.
/// </summary>
/// <remarks>Offsets, bits and commands are the specification's, written down without the driver.</remarks>
internal sealed class FakeRiscv : IUnitPort
{
    private const uint Directory = 0x10;
    private const uint Commands = 0x18;
    private const uint CommandsStart = 0x20;
    private const uint CommandsEnd = 0x24;
    private const uint Faults = 0x28;
    private const uint FaultsEnd = 0x34;
    private const uint CommandControl = 0x48;
    private const uint FaultControl = 0x4c;
    private const ulong Illegal = 1 << 10;

    private readonly SortedDictionary<uint, ulong> _registers = [];
    private int _polls;

    /// <summary>Makes a unit.</summary>
    /// <param name="capabilities">The register capabilities.</param>
    public FakeRiscv(ulong capabilities) => _registers[0] = capabilities;

    /// <summary>The memory.</summary>
    public FakeMemory Memory { get; } = new();

    /// <summary>What has happened since it was cleared.</summary>
    public List<PortEvent> Log { get; } = [];

    /// <summary>How often completion must be asked for before anything is done; 0 to do it at once.</summary>
    public int Delay { get; set; }

    /// <summary>The opcode of commands at which the queue stops.</summary>
    public int? Stumbles { get; set; }

    /// <summary>What ddtp holds.</summary>
    public Word Ddtp => new(Get(Directory));

    /// <summary>Puts a record into the fault queue.</summary>
    /// <param name="words">Its four words.</param>
    public void Record(params ulong[] words)
    {
        var tail = Get(FaultsEnd);
        var at = new Gpa((Get(Faults) >> 10 << 12) + (tail * 32));
        for (var i = 0; i < words.Length; i++) Memory.Store(at.Plus((ulong)i * 8), new Word(words[i]));
        _registers[FaultsEnd] = (tail + 1) % (2ul << (int)(Get(Faults) & 31));
    }

    /// <summary>Says that records were lost.</summary>
    public void Overflow() => _registers[FaultControl] = Get(FaultControl) | (1 << 9);

    /// <inheritdoc/>
    public uint ReadInt(UnitOffset register)
    {
        Poll();
        return (uint)Get(register.Offset);
    }

    /// <inheritdoc/>
    public Word ReadWord(UnitOffset register) => new(Get(register.Offset));

    /// <inheritdoc/>
    public void Write(UnitOffset register, uint value) => Write(register, new Word(value));

    /// <inheritdoc/>
    public void Write(UnitOffset register, Word value)
    {
        Log.Add(new PortEvent.Wrote(register, value));
        _registers[register.Offset] = register.Offset is CommandControl or FaultControl
            ? Control(Get(register.Offset), value.Value)
            : value.Value;
        _polls = 0;
        if (Delay == 0) Drain();
    }

    /// <inheritdoc/>
    public Word Load(Gpa at)
    {
        Poll();
        return Memory.Load(at);
    }

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

    // Bit 16 follows bit 0; bits 8 to 11 are cleared by ones.
    private static ulong Control(ulong former, ulong value) =>
        (former & ~value & 0xf00) | (value & 0xff) | ((value & 1) << 16);

    private ulong Get(uint offset) => _registers.GetValueOrDefault(offset);

    private void Poll()
    {
        if (_polls++ >= Delay) Drain();
    }

    private void Drain()
    {
        if ((Get(CommandControl) >> 16 & 1) == 0) return;
        var entries = 2ul << (int)(Get(Commands) & 31);
        while (Get(CommandsStart) != Get(CommandsEnd) && (Get(CommandControl) & Illegal) == 0)
        {
            var at = new Gpa((Get(Commands) >> 10 << 12) + (Get(CommandsStart) * 16));
            var (low, high) = (Memory.Load(at), Memory.Load(at.Plus(8)));
            if ((int)(low.Value & 0x7f) == Stumbles)
            {
                _registers[CommandControl] = Get(CommandControl) | Illegal;
                return;
            }

            _registers[CommandsStart] = (Get(CommandsStart) + 1) % entries;
            Log.Add(new PortEvent.Executed(low, high));
            if ((low.Value & 0x7ff) == 0x402) Memory.Store(new Gpa(high.Value << 2), new Word(low.Value >> 32));
        }
    }
}
