using IoSpec.Contracts;
using IoSpec.Contracts.Dma;
using IoSpec.Engine;
using IoSpec.Reference.Dma;

namespace IoSpec.Areas.Dma;

/// <summary>
/// Draws the next operation: addresses come and go, and devices use them whether they are there or not.
/// </summary>
internal static class DmaDraw
{
    private static readonly int[] Weights =
    [
        30, // map
        26, // unmap
        24, // access
        9, // advance
        4, // begin flush
        3, // end flush
        3, // limit
        7, // fail
    ];

    private const ulong Always = 0b0010_0111;

    public static DmaOperation Next(DmaState plan, ref Choices choices)
    {
        if (plan.Flush is { } begun && choices.OneIn(4)) return new DmaOperation.EndFlush(new Held(begun));
        Span<int> weights = stackalloc int[Weights.Length];
        var drawn = choices.Swarm | Always;
        for (var i = 0; i < weights.Length; i++) weights[i] = Weights[i] * (int)((drawn >> i) & 1);
        return Of(choices.Weighted(weights), plan, ref choices) ?? Map(plan, ref choices);
    }

    private static DmaOperation? Of(int kind, DmaState plan, ref Choices choices) => kind switch
    {
        1 => Unmap(plan, ref choices),
        2 => Access(plan, ref choices),
        3 => new DmaOperation.Advance(Time(plan, ref choices)),
        4 => plan.Configuration.Policy is DmaPolicy.Lazy ? new DmaOperation.BeginFlush() : null,
        5 => plan.Flush is { } begun ? new DmaOperation.EndFlush(new Held(begun)) : null,
        6 => new DmaOperation.Limit(new PageCount(choices.OneIn(8) ? 64 : 1 + choices.Below(12ul))),
        7 => Fail(plan, ref choices),
        _ => Map(plan, ref choices),
    };

    private static DmaOperation.Map Map(DmaState plan, ref Choices choices)
    {
        var segments = new Segment[choices.OneIn(3) ? 1 + choices.Below(4) : 1];
        for (var i = 0; i < segments.Length; i++)
        {
            var pages = choices.Below(6) switch
            {
                0 => 2ul,
                1 => 3ul,
                2 => 1 + choices.Below(8ul),
                _ => 1ul,
            };
            segments[i] = new Segment(new Gpa((0x100 + choices.Below(0x1000ul)) << Page.Shift), new PageCount(pages));
        }

        return new DmaOperation.Map(Processor(plan, ref choices), [.. segments], !choices.OneIn(3));
    }

    // The oldest, the latest, or any.
    private static DmaOperation.Unmap? Unmap(DmaState plan, ref Choices choices)
    {
        var live = plan.Mappings.Where(mapping => mapping.IsLive).ToList();
        if (live.Count == 0) return null;
        var mapping = choices.Below(4) switch
        {
            0 => live[0],
            1 => live[^1],
            _ => live[choices.Below(live.Count)],
        };
        return new DmaOperation.Unmap(Processor(plan, ref choices), new Held(mapping.Step));
    }

    // What is mapped, and what was mapped not long ago.
    private static DmaOperation.Access? Access(DmaState plan, ref Choices choices)
    {
        if (plan.Mappings.Count == 0) return null;
        var recent = Math.Min(plan.Mappings.Count, choices.OneIn(8) ? 64 : 8);
        var mapping = plan.Mappings[^(1 + choices.Below(recent))];
        var place = choices.OneIn(2) ? mapping.Entries.Length - 1 : choices.Below(mapping.Entries.Length);
        var device = new RequesterId((uint)choices.Below(plan.Configuration.Devices));
        return new DmaOperation.Access(device, new Held(mapping.Step), place, choices.OneIn(2));
    }

    private static Duration Time(DmaState plan, ref Choices choices)
    {
        var timeout = plan.Configuration.Policy is DmaPolicy.Lazy lazy ? lazy.Timeout.Nanoseconds : 1000;
        return new Duration(choices.Below(6) switch
        {
            0 => 0,
            1 => timeout - 1,
            2 => timeout / 2,
            3 => timeout + choices.Below(timeout),
            _ => timeout,
        });
    }

    private static DmaOperation.Fail Fail(DmaState plan, ref Choices choices)
    {
        var call = plan.Configuration.Hypervisor.Shadows
            ? choices.Of<InnerCall>([InnerCall.Table, InnerCall.RefreshFull, InnerCall.RefreshError])
            : InnerCall.Table;
        return new DmaOperation.Fail(call, choices.Below(4));
    }

    private static ProcessorId Processor(DmaState plan, ref Choices choices) =>
        new((uint)choices.Below(plan.Configuration.Processors));
}
