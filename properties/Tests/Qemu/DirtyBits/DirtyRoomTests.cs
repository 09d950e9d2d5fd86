using IoSpec.Contracts;
using IoSpec.Qemu.DirtyBits;
using IoSpec.Qemu.Walk;
using IoSpec.Tests.Support;
using Xunit;

namespace IoSpec.Tests.Qemu.DirtyBits;

/// <summary>What a tracker writes, what devices write and what the unit reads are in places of their own.</summary>
public sealed class DirtyRoomTests
{
    // The context tables of six buses, which is as many as there is room for.
    private static readonly (string Name, FrameRegion Region)[] Fixed =
    [
        ("the root table", One(DirtyLayout.Root)), ("the context tables", new(DirtyLayout.Contexts, new PageCount(13))),
        ("the directory", One(DirtyLayout.Directory)), ("the PASID table", One(DirtyLayout.Spaces)),
        ("the top table", One(DirtyLayout.Top)), ("the ring", One(DirtyLayout.Ring.Page)),
        ("the queue", One(VtdWalkLayout.Queue)), ("the status", One(VtdWalkLayout.Status)),
    ];

    [Fact]
    public void Nothing_overlaps()
    {
        Findings.None(Overlaps("usual", DirtyRoom.Usual));
        Findings.None(Overlaps("movable", DirtyRoom.Movable));
    }

    private static IEnumerable<string> Overlaps(string name, DirtyRoom room)
    {
        (string Name, FrameRegion Region)[] all =
            [.. Fixed, ("the pool", room.Pool), ("the frames", room.Frames), ("the filler", room.Filler)];
        return
            from first in all.Index()
            from second in all.Index()
            where first.Index < second.Index && Overlap(first.Item.Region, second.Item.Region)
            select $"{name}: {first.Item.Name} and {second.Item.Name}";
    }

    private static FrameRegion One(Gpa page) => new(page, new PageCount(1));

    private static ulong End(FrameRegion region) => region.Start.Value + (region.Pages.Value << Page.Shift);

    private static bool Overlap(FrameRegion a, FrameRegion b) =>
        a.Start.Value < End(b) && b.Start.Value < End(a);
}
