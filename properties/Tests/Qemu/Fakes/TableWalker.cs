using IoSpec.Contracts;
using Xunit;

namespace IoSpec.Tests.Qemu.Fakes;

/// <summary>A stretch of input addresses that goes to a stretch of output addresses with the same rights.</summary>
/// <param name="First">The first input address.</param>
/// <param name="Last">The last input address.</param>
/// <param name="To">The first output address.</param>
/// <param name="Allowed">The rights, not none.</param>
internal readonly record struct Stretch(ulong First, ulong Last, ulong To, Access Allowed);

/// <summary>Reads second-stage tables as the specification has them; knows nothing of the driver's own types.</summary>
/// <param name="memory">The memory.</param>
/// <param name="levels">The levels of the tables.</param>
internal sealed class TableWalker(FakeMemory memory, int levels)
{
    private const ulong Read = 1;
    private const ulong Write = 2;
    private const ulong PageSizeBit = 0x80;
    private const ulong AddressBits = 0x000f_ffff_ffff_f000;

    /// <summary>Where an address goes and with which rights.</summary>
    /// <param name="top">The top table.</param>
    /// <param name="at">The address, within the width.</param>
    /// <returns>The output address and the rights of all levels together; null if there is no leaf.</returns>
    public (ulong To, Access Allowed)? Find(Gpa top, ulong at)
    {
        var table = top.Value;
        var rights = Read | Write;
        for (var level = levels; ; level--)
        {
            var shift = 12 + (9 * (level - 1));
            var entry = memory.Load(new Gpa(table + (((at >> shift) & 511) * 8))).Value;
            if ((entry & (Read | Write)) == 0) return null;
            rights &= entry;
            if (IsLeaf(entry, level))
                return ((entry & AddressBits) | (at & ((1ul << shift) - 1)), (Access)rights);
            table = entry & AddressBits;
        }
    }

    /// <summary>Everything that a domain maps, in order, neighbours put together.</summary>
    /// <param name="top">The top table.</param>
    /// <param name="without">The entry of the top table that is left out.</param>
    /// <returns>The stretches.</returns>
    public IReadOnlyList<Stretch> All(Gpa top, int without)
    {
        var found = new List<Stretch>();
        Visit(top.Value, levels, 0, Access.ReadWrite, without, leaf =>
        {
            if (leaf.Allowed != Access.None) Append(found, leaf);
        });
        return found;
    }

    /// <summary>How many leaves a domain has.</summary>
    /// <param name="top">The top table.</param>
    /// <param name="without">The entry of the top table that is left out.</param>
    /// <returns>How many.</returns>
    public int CountLeaves(Gpa top, int without)
    {
        var count = 0;
        Visit(top.Value, levels, 0, Access.ReadWrite, without, _ => count++);
        return count;
    }

    /// <summary>Puts a stretch behind others; one that continues the last is merged with it.</summary>
    /// <param name="to">The others.</param>
    /// <param name="next">The stretch, beyond all others.</param>
    public static void Append(List<Stretch> to, Stretch next)
    {
        if (to.Count > 0 && to[^1] is var last && last.Last + 1 == next.First && last.Allowed == next.Allowed
            && last.To + (last.Last - last.First) + 1 == next.To)
            to[^1] = last with { Last = next.Last };
        else
            to.Add(next);
    }

    private static bool IsLeaf(ulong entry, int level) => level == 1 || (entry & PageSizeBit) != 0;

    private void Visit(ulong table, int level, ulong start, Access rights, int without, Action<Stretch> visit)
    {
        var words = memory.Words(new Gpa(table));
        var span = 1ul << (12 + (9 * (level - 1)));
        for (var i = 0; i < words.Length; i++)
        {
            if (i == without || words[i] == 0) continue;
            var first = start + ((ulong)i * span);
            Check(words[i], level);
            var left = rights & (Access)(words[i] & 3);
            if (!IsLeaf(words[i], level))
                Visit(words[i] & AddressBits, level - 1, first, left, -1, visit);
            else
                visit(new Stretch(first, first + (span - 1), words[i] & AddressBits, left));
        }
    }

    // What a conformant driver leaves clear: everything but rights, address and the size of a large leaf.
    private static void Check(ulong entry, int level)
    {
        var isLarge = level is 2 or 3 && (entry & PageSizeBit) != 0;
        var inside = isLarge ? (1ul << (12 + (9 * (level - 1)))) - 1 : Page.Bytes - 1;
        var clear = ~AddressBits | inside;
        var used = Read | Write | (isLarge ? PageSizeBit : 0);
        Assert.True((entry & clear & ~used) == 0, $"the entry 0x{entry:x16} of level {level} has reserved bits");
        Assert.True((entry & (Read | Write)) != 0, $"the entry 0x{entry:x16} of level {level} is left over");
    }
}
