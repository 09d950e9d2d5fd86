using IoSpec.Contracts;
using IoSpec.Contracts.Pasids;
using IoSpec.Engine;

namespace IoSpec.Areas.Pasids;

/// <summary>Makes functions: chains with gaps, backwards, to the end of the space, and hidden registers.</summary>
internal static class ChainMaker
{
    private static readonly CapabilityId Null = new(0);
    private static readonly CapabilityId Errors = new(0x01);
    private static readonly CapabilityId Vendor = new(0x0b);
    private static readonly int[] Gaps = [0, 0, 4, 8, 0x10, 0x30, 0x100];
    private static readonly int[] Widths = [0, 1, 4, 5, 16, 16, 20, 20];

    public static FunctionShape Physical(ref Choices choices)
    {
        var nodes = new List<(CapabilityId Id, Word[] Initial)>
        {
            (Architected.Pasid, [new((choices.Below(4ul) << 1) | ((ulong)choices.Of<int>(Widths) << 8))]),
            (Architected.Ats, [new(choices.Below(0x100ul))]),
            (Architected.Sriov, Sriov(ref choices)),
            (Errors, Plain(4 + choices.Below(12), ref choices)),
        };
        if (!choices.OneIn(8))
            nodes.Add((Architected.Pages, [new(choices.Below(2ul) << 31), new(1 + choices.Below(8ul)), new(0)]));
        if (choices.OneIn(2)) nodes.Add((Vendor, Plain(3, ref choices)));
        var chain = Chain(nodes, ref choices);
        return new FunctionShape(
            chain, Hidden(chain, ref choices), PlacementRule.Search, new ConfigOffset(0), IsMediated: false);
    }

    public static FunctionShape Virtual(FunctionShape physical, ref Choices choices)
    {
        var nodes = new List<(CapabilityId Id, Word[] Initial)>();
        if (!choices.OneIn(4)) nodes.Add((Architected.Ats, [new(choices.Of<ulong>([0x00, 0x20, 0x60]))]));
        if (choices.OneIn(2)) nodes.Add((Errors, Plain(4 + choices.Below(12), ref choices)));
        if (choices.OneIn(2)) nodes.Add((Vendor, Plain(3, ref choices)));
        if (nodes.Count > 0 && choices.OneIn(4)) nodes.Add((Null, []));
        var chain = Chain(nodes, ref choices);
        var placement = (PlacementRule)choices.Below(3);
        return new FunctionShape(
            chain, Hidden(chain, ref choices, At(physical)), placement,
            Place(chain, physical, ref choices), choices.OneIn(12));
    }

    private static int At(FunctionShape physical)
    {
        foreach (var node in physical.Chain)
        {
            if (node.Id == Architected.Pasid) return node.At.Value;
        }

        return Architected.Start;
    }

    // The place that is known for the device: mostly a possible one, and every way to be impossible.
    private static ConfigOffset Place(
        ValueList<CapabilityNode> chain, FunctionShape physical, ref Choices choices)
    {
        var node = chain.Count == 0 ? null : chain[choices.Below(chain.Count)];
        var at = choices.Below(10) switch
        {
            0 => 0xffc,
            1 => 0xfe,
            2 => 0x142,
            3 => node?.At.Value ?? 0x100,
            4 => node is null ? 0x100 : node.At.Value + node.Length - 4,
            5 => At(physical),
            6 => node is null ? 0x100 : node.At.Value + node.Length,
            _ => 0x400 + (8 * choices.Below(0x100)),
        };
        return new ConfigOffset((ushort)at);
    }

    private static ValueList<CapabilityNode> Chain(
        List<(CapabilityId Id, Word[] Initial)> nodes, ref Choices choices)
    {
        for (var i = nodes.Count - 1; i > 0; i--)
        {
            var j = choices.Below(i + 1);
            (nodes[i], nodes[j]) = (nodes[j], nodes[i]);
        }

        // What leads on leads somewhere.
        if (nodes.Count > 0 && nodes[^1].Id == Null) (nodes[0], nodes[^1]) = (nodes[^1], nodes[0]);

        // The last ones may lie before the others: everything but the first, turned round.
        var places = new int[nodes.Count];
        var (isBackwards, at) = (choices.OneIn(3), Architected.Start);
        for (var i = 0; i < nodes.Count; i++)
        {
            var which = i > 0 && isBackwards ? nodes.Count - i : i;
            places[which] = at;
            at += LengthOf(nodes[which]) + choices.Of<int>(Gaps);
        }

        var last = nodes.Count - 1;
        if (last > 0 && choices.OneIn(4)) places[last] = Architected.End - LengthOf(nodes[last]);
        var chain = new List<CapabilityNode>();
        for (var i = 0; i < nodes.Count; i++)
        {
            chain.Add(new CapabilityNode(
                new ConfigOffset((ushort)places[i]), nodes[i].Id, nodes[i].Id == Null ? 0 : 1, LengthOf(nodes[i]),
                [.. nodes[i].Initial]));
        }

        return [.. chain];
    }

    private static int LengthOf((CapabilityId Id, Word[] Initial) node) => 4 * (node.Initial.Length + 1);

    private static ValueList<HiddenRegister> Hidden(
        ValueList<CapabilityNode> chain, ref Choices choices, params ReadOnlySpan<int> wanted)
    {
        var hidden = new List<HiddenRegister>();
        foreach (var at in (int[])[.. wanted, 0xff8, 0xffc, 0x104, 0x200 + (4 * choices.Below(0x300))])
        {
            foreach (var four in (int[])[at, at + 4])
            {
                if (four + 4 > Architected.End || !IsFree(chain, hidden, four)) continue;
                hidden.Add(new HiddenRegister(new ConfigOffset((ushort)four), new Word((uint)choices.Next())));
            }
        }

        return [.. hidden];
    }

    private static bool IsFree(ValueList<CapabilityNode> chain, List<HiddenRegister> hidden, int at)
    {
        if (at == Architected.Start) return false;
        foreach (var node in chain)
        {
            if (at >= node.At.Value && at < node.At.Value + node.Length) return false;
        }

        return !hidden.Exists(other => other.At.Value == at);
    }

    private static Word[] Plain(int count, ref Choices choices)
    {
        var words = new Word[count];
        for (var i = 0; i < count; i++) words[i] = new Word((uint)choices.Next());
        return words;
    }

    private static Word[] Sriov(ref Choices choices)
    {
        var words = new Word[15];
        words[2] = new Word(0x0008_0008); // InitialVFs, TotalVFs
        words[5] = new Word(choices.Below(0x1_0000ul) << 16); // VF Device ID
        words[6] = new Word(0x553); // Supported Page Sizes
        words[7] = new Word(1); // System Page Size: 4 KiB
        return words;
    }
}
