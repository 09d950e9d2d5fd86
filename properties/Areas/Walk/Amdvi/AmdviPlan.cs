using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using IoSpec.Engine;
using IoSpec.Reference.Walk;
using IoSpec.Reference.Walk.Amdvi;

namespace IoSpec.Areas.Walk.Amdvi;

/// <summary>Where the device table is, and what stays the same in a case.</summary>
internal static class AmdviPlan
{
    private const int LeastPages = 8;
    private const int EntriesOfPage = 128;

    /// <summary>
    /// Domain ids of which none becomes another by turning two bits: under one id there are only tables of one root.
    /// </summary>
    private static readonly uint[] Domains = [0x01, 0x0e, 0x70, 0xb5, 0xda];

    public static AmdviUnit UnitOf(WalkState plan) => new((WalkUnit.Amdvi)plan.Configuration.Unit);

    /// <summary>The pages of the device table: from the first page on, as many as the requesters need.</summary>
    public static int DevicePages(WalkState plan)
    {
        var most = 0u;
        foreach (var device in plan.Configuration.Devices.AsSpan()) most = Math.Max(most, device.Requester.Value);
        return Math.Max(LeastPages, (int)(most / EntriesOfPage) + 1);
    }

    /// <summary>Pages for new tables: those after the device table.</summary>
    public static TablePages PagesOf(WalkState plan) => new(plan, DevicePages(plan));

    /// <summary>The base of the device table, with its size in pages, less one.</summary>
    public static Word Table(WalkState plan) =>
        new(FrameDraw.PageAt(plan, 0).Value | (uint)(DevicePages(plan) - 1));

    /// <summary>The entry of a requester.</summary>
    public static Gpa EntryOf(WalkState plan, RequesterId requester) =>
        FrameDraw.PageAt(plan, 0).Plus(requester.Value * 32ul);

    public static uint DomainOf(WalkState plan, RequesterId requester)
    {
        for (var i = 0; i < plan.Configuration.Devices.Count && i < Domains.Length; i++)
        {
            if (plan.Configuration.Devices[i].Requester == requester) return Domains[i];
        }

        return Domains[^1];
    }

    /// <summary>The words of the device table entry on a trail, or null.</summary>
    public static Word[]? DeviceOn(WalkState plan, Trail trail)
    {
        foreach (var step in trail.Steps)
        {
            if (step.Use.Kind == EntryKind.Requester) return WordsAt(plan, step.At);
        }

        return null;
    }

    /// <summary>The words of a device table entry.</summary>
    public static Word[] WordsAt(WalkState plan, Gpa at)
    {
        var words = new Word[DeviceEntry.Size];
        for (var i = 0; i < words.Length; i++) words[i] = plan.Memory.Now(at.Plus((ulong)i * 8));
        return words;
    }

    /// <summary>Reading and writing mostly; otherwise one of them.</summary>
    public static ulong Rights(int odds, ref Choices choices) => choices.OneIn(odds) ? choices.OneIn(2) ? 1ul : 2 : 3;
}
