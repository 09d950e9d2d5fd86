using IoSpec.Contracts;
using IoSpec.Qemu.Link;

namespace IoSpec.Tests.Qemu.Fakes;

/// <summary>
/// An AMD-Vi unit without a machine: its registers, its command buffer, its event log, memory, and a log of all of it.
/// </summary>
/// <remarks>Offsets, bits and commands are the specification's, written down without the driver.</remarks>
internal sealed class FakeAmdvi : IUnitPort
{
    private const uint Commands = 0x08;
    private const uint Events = 0x10;
    private const uint Control = 0x18;
    private const uint CommandsHead = 0x2000;
    private const uint CommandsTail = 0x2008;
    private const uint EventsHead = 0x2010;
    private const uint EventsTail = 0x2018;
    private const uint Status = 0x2020;
    private const ulong Base = 0x000f_ffff_ffff_f000;
    private const ulong Entry = 16;

    private readonly SortedDictionary<uint, ulong> _registers = [];
    private bool _isStopped;

    /// <summary>Makes a unit.</summary>
    /// <param name="features">The extended feature register.</param>
    public FakeAmdvi(ulong features = 0x29d3) => _registers[0x30] = features;

    /// <summary>The memory.</summary>
    public FakeMemory Memory { get; } = new();

    /// <summary>What has happened since it was cleared.</summary>
    public List<PortEvent> Log { get; } = [];

    /// <summary>Whether commands wait until the status is asked for.</summary>
    public bool IsLazy { get; set; }

    /// <summary>The opcode at which the unit stops.</summary>
    public int? Stumbles { get; set; }

    /// <inheritdoc/>
    public uint ReadInt(UnitOffset register) => (uint)ReadWord(register).Value;

    /// <inheritdoc/>
    public Word ReadWord(UnitOffset register)
    {
        if (register.Offset == Status && IsLazy) Drain();
        var runs = Has(0) && Has(12) && !_isStopped ? 1ul << 4 : 0;
        return new Word(register.Offset == Status ? Get(Status) | runs : Get(register.Offset));
    }

    /// <inheritdoc/>
    public void Write(UnitOffset register, uint value) => Write(register, new Word(value));

    /// <inheritdoc/>
    public void Write(UnitOffset register, Word value)
    {
        Log.Add(new PortEvent.Wrote(register, value));
        _registers[register.Offset] = register.Offset == Status ? Get(Status) & ~value.Value : value.Value;
        if (register.Offset == Control && !Has(12)) _isStopped = false;
        if (!IsLazy) Drain();
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

    /// <summary>Puts an event into the log; with the last place taken, it overflows and stops.</summary>
    /// <param name="low">The first word.</param>
    /// <param name="address">The second.</param>
    public void Raise(ulong low, ulong address)
    {
        if (!Has(0) || !Has(2) || (Get(Status) & 1) != 0) return;
        var size = Entry << (int)(Get(Events) >> 56 & 0xf);
        var next = (Get(EventsTail) + Entry) % size;
        if (next == Get(EventsHead))
        {
            _registers[Status] = Get(Status) | 1;
            return;
        }

        var at = new Gpa((Get(Events) & Base) + Get(EventsTail));
        Memory.Store(at, new Word(low));
        Memory.Store(at.Plus(8), new Word(address));
        _registers[EventsTail] = next;
    }

    private bool Has(int bit) => (Get(Control) >> bit & 1) != 0;

    private ulong Get(uint offset) => _registers.GetValueOrDefault(offset);

    private void Drain()
    {
        var size = Entry << (int)(Get(Commands) >> 56 & 0xf);
        while (Has(0) && Has(12) && !_isStopped && Get(CommandsHead) != Get(CommandsTail))
        {
            var at = new Gpa((Get(Commands) & Base) + Get(CommandsHead));
            var (low, high) = (Memory.Load(at), Memory.Load(at.Plus(8)));
            if ((int)(low.Value >> 60) == Stumbles)
            {
                _isStopped = true;
                return;
            }

            _registers[CommandsHead] = (Get(CommandsHead) + Entry) % size;
            Log.Add(new PortEvent.Executed(low, high));
            if (low.Value >> 60 == 1 && low.Has(0)) Memory.Store(new Gpa(low.Value & Base), high);
        }
    }
}
