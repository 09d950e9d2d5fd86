using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using IoSpec.Engine;
using IoSpec.Reference.Walk;

namespace IoSpec.Areas.Walk.Vtd;

/// <summary>Interrupt messages of VT-d, in either format, their entries and descriptors.</summary>
internal sealed class VtdMessageDraw : MessageDraw
{
    private const int TablePage = 5;
    private const ulong Window = 0xfee0_0000;
    private const ulong Remappable = 1 << 4;
    private const ulong HasSubhandle = 1 << 3;
    private const ulong Extended = 1 << 11;
    private const ulong InvalidateInterrupts = 4;

    private static readonly ulong[] Indices = [0, 1, 2, 5, 15, 16, 0x8001];
    private static readonly ulong[] Destinations = [0, 0, 0, 1, 1, 0xff, 5];

    public override ValueList<Word> Flush { get; } = [new Word(InvalidateInterrupts), default];

    public override WalkOperation? MakeReady(WalkState plan, ref Choices choices)
    {
        if (plan.Register(UnitRegister.Interrupts).Now == default)
            return new WalkOperation.Program(UnitRegister.Interrupts, Table(plan, ref choices));
        return plan.Register(UnitRegister.Remapping).Now == default
            ? new WalkOperation.Program(UnitRegister.Remapping, new Word(choices.OneIn(2) ? 1ul : 3))
            : null;
    }

    public override MessageRequest Next(WalkState plan, ref Choices choices)
    {
        var requester = Sender(plan, ref choices);
        if (choices.OneIn(12)) return Compatible(requester, ref choices);
        var index = choices.OneIn(4) ? choices.Of<ulong>(Indices) : Indices[choices.Swarm >> 32 & 3];
        var sub = choices.OneIn(6) ? Math.Min(index, (ulong)choices.Below(4)) : 0;
        var handle = index - sub;
        var hasSub = sub > 0 || choices.OneIn(16);
        var at = Window | ((handle & 0x7fff) << 5) | Remappable | (hasSub ? HasSubhandle : 0) | (handle >> 15 << 2);
        var noise = choices.OneIn(24) ? 1ul << (hasSub ? 16 + choices.Below(16) : choices.Below(32)) : 0;
        return new MessageRequest(requester, new Iova(at), new Word(sub | noise));
    }

    public override ValueList<EntryWrite> Admit(WalkState plan, in MessageRequest message, ref Choices choices)
    {
        var (at, data) = (new Word(message.At.Value), message.Data);
        if (!at.Has(4)) return [];
        var index = at.Field(19, 5) + (at.Has(3) ? data.Field(15, 0) : 0);
        var table = plan.Register(UnitRegister.Interrupts).Now;
        var entry = new Gpa(table.Value).PageStart().Plus(index * 16);
        if (at.Has(2) || !plan.Configuration.IsTable(entry)) return [];
        var destination = choices.Of<ulong>(Destinations) << (table.Has(11) ? 32 : 40);
        var vector = 0x20ul + (ulong)choices.Below(0xd0);
        var reserved = choices.OneIn(6) ? 1ul << choices.Of<int>([12, 14, 24, 31]) : 0;
        return
        [
            new EntryWrite(entry.Plus(8), new Word(Origin(message.Requester, ref choices))),
            new EntryWrite(entry, new Word(destination | (vector << 16) | (choices.OneIn(8) ? 3ul : 1) | reserved)),
        ];
    }

    // P, FPD, DM, DLM, IM, V, DST; SID, SQ, SVT.
    public override Word Twist(Word word, int index, ref Choices choices) => (index, choices.Below(5)) switch
    {
        (0, 0) => word.Flip(choices.Below(2)),
        (0, 1) => word.With(23, 16, choices.Bits(8)),
        (0, 2) => word.With(47, 40, choices.Of<ulong>(Destinations)),
        (0, 3) => word.With(7, 5, (ulong)choices.Below(8)),
        (0, _) => word.Flip(choices.Of<int>([2, 12, 15, 24, 31, 32, 48, 63])),
        (_, 0) => word.With(19, 18, (ulong)choices.Below(4)),
        (_, 1) => word.With(17, 16, (ulong)choices.Below(4)),
        (_, 2) => word.Flip(20 + choices.Below(44)),
        _ => word.Flip(choices.Below(16)),
    };

    // The index, some around it, all; or beside it.
    public override ValueList<Word> Covering(in MessageRequest message, in TrailStep? step, ref Choices choices)
    {
        if (step?.Use.Index is not { } index || choices.OneIn(4)) return Flush;
        var mask = choices.OneIn(2) ? (ulong)choices.Below(4) : 0;
        var first = index ^ (uint)choices.Below(1 << (int)mask) ^ (choices.OneIn(6) ? 1u << choices.Below(4) : 0);
        return [new Word(InvalidateInterrupts | (1 << 4) | (mask << 27) | ((ulong)first << 32)), default];
    }

    public override WalkOperation Reprogram(WalkState plan, ref Choices choices) => choices.OneIn(2)
        ? new WalkOperation.Program(UnitRegister.Interrupts, Table(plan, ref choices))
        : new WalkOperation.Program(UnitRegister.Remapping, new Word((ulong)choices.Below(4)));

    private static RequesterId Sender(WalkState plan, ref Choices choices)
    {
        var devices = plan.Configuration.Devices;
        var index = choices.OneIn(4) ? choices.Below(devices.Count) : (int)(choices.Swarm >> 40 & 0xff) % devices.Count;
        for (var i = 0; i < devices.Count; i++)
        {
            var device = devices[(index + i) % devices.Count];
            if ((device.Kinds & DmaKinds.Write) != 0) return device.Requester;
        }

        return devices[index].Requester;
    }

    private static MessageRequest Compatible(RequesterId requester, ref Choices choices)
    {
        var noise = choices.OneIn(8) ? 1ul << choices.Of<int>([2, 3, 5, 11]) : 0;
        var data = 0x20ul + (ulong)choices.Below(0xd0) + (choices.OneIn(8) ? (ulong)choices.Below(8) << 8 : 0);
        return new MessageRequest(
            requester, new Iova(Window | (choices.Of<ulong>(Destinations) << 12) | noise), new Word(data));
    }

    // Without a check, by the requester with some of its bits, by its bus; sometimes of another.
    private static ulong Origin(RequesterId requester, ref Choices choices)
    {
        var id = (ulong)requester.Value & 0xffff;
        if (choices.OneIn(4)) id ^= 1ul << choices.Below(16);
        var bus = (ulong)requester.Value >> 8 & 0xff;
        return choices.Below(4) switch
        {
            0 => 0,
            1 => id | (1ul << 18) | ((ulong)choices.Below(4) << 16),
            2 => ((bus - Math.Min(bus, (ulong)choices.Below(2))) << 8) | Math.Min(bus + (ulong)choices.Below(2), 255)
                | (2ul << 18),
            _ => id | (1ul << 18),
        };
    }

    private static Word Table(WalkState plan, ref Choices choices)
    {
        var isExtended = VtdDraw.Of(plan.Configuration.Unit).ExtendedInterrupts && choices.OneIn(2);
        var page = choices.OneIn(24) && plan.Configuration.Nothing is { } nothing
            ? nothing.Start
            : FrameDraw.PageAt(plan, TablePage + (choices.OneIn(12) ? 1 : 0));
        var size = choices.OneIn(6) ? (ulong)choices.Below(8) : 3;
        return new Word(page.Value | (isExtended ? Extended : 0) | size);
    }
}
