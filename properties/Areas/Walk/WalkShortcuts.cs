using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using IoSpec.Engine;

namespace IoSpec.Areas.Walk;

/// <summary>Shorter ways to the same with a unit that walks tables.</summary>
internal static class WalkShortcuts
{
    // To the last processor, with the first vector that is no exception's.
    private const ulong Plain = 0xfeef_f000;
    private const ulong PlainVector = 0x10;

    /// <summary>The ways.</summary>
    public static IEnumerable<Shortcut> Of(WalkConfiguration configuration, IReadOnlyList<Operation> operations)
    {
        for (var i = 0; i < operations.Count; i++)
        {
            var ways = operations[i] switch
            {
                WalkOperation.Write write => OneWrite(configuration, operations, i, write),
                WalkOperation.Dma dma => OverTwoPages(configuration, operations, i, dma),
                WalkOperation.Submit => ToldLast(configuration, operations, i),
                WalkOperation.Message message => WithoutTable(configuration, operations, i, message),
                _ => [],
            };
            foreach (var way in ways) yield return way;
        }
    }

    // The stores of two operations in one, where the later one was or where the earlier one was.
    private static IEnumerable<Shortcut> OneWrite(
        WalkConfiguration configuration, IReadOnlyList<Operation> operations, int at, WalkOperation.Write write)
    {
        var next = Shortcut.Next(operations, at + 1, operation => operation is WalkOperation.Write);
        if (next < 0) yield break;
        var both = new WalkOperation.Write([.. write.Entries, .. ((WalkOperation.Write)operations[next]).Entries]);
        yield return new Shortcut(configuration, Shortcut.Replace(operations, next, both), at);
        yield return new Shortcut(configuration, Shortcut.Replace(operations, at, both), next);
    }

    // One access over two pages instead of one to each.
    private static IEnumerable<Shortcut> OverTwoPages(
        WalkConfiguration configuration, IReadOnlyList<Operation> operations, int at, WalkOperation.Dma dma)
    {
        var next = Shortcut.Next(operations, at + 1, operation => operation is WalkOperation.Dma);
        if (next < 0) yield break;
        var end = (dma.At.Value & ~(Page.Bytes - 1)) is var page && page > 0 ? page : Page.Bytes;
        var over = dma with { At = new Iova(end - 2), Length = new ByteCount(4) };
        yield return new Shortcut(configuration, Shortcut.Replace(operations, next, over), at);
    }

    // A register is programmed when the tables are there: what the unit kept from before needs no invalidation then.
    private static IEnumerable<Shortcut> ToldLast(
        WalkConfiguration configuration, IReadOnlyList<Operation> operations, int at)
    {
        var wait = Shortcut.Next(operations, at, operation => operation is WalkOperation.Await);
        if (wait < 0) yield break;
        for (var i = at - 1; i >= 0; i--)
        {
            if (operations[i] is WalkOperation.Program program)
                yield return new Shortcut(configuration, Shortcut.Replace(operations, at, program), i, wait);
        }
    }

    // A message that needs no table of interrupts: it names an entry beyond the smallest, or it is not remapped at all.
    private static IEnumerable<Shortcut> WithoutTable(
        WalkConfiguration configuration, IReadOnlyList<Operation> operations, int at, WalkOperation.Message message)
    {
        int[] all =
        [
            .. Enumerable.Range(0, at).Where(i => operations[i] is WalkOperation.Program or WalkOperation.Write),
        ];
        int[] table = [.. all.Where(i =>
            operations[i] is WalkOperation.Write or WalkOperation.Program { Register: UnitRegister.Interrupts })];
        var plain = message with { At = new Iova(Plain), Data = new Word(PlainVector) };
        if (all.Length > 0) yield return new Shortcut(configuration, Shortcut.Replace(operations, at, plain), all);
        if (table.Length == 0) yield break;
        yield return new Shortcut(
            configuration,
            [.. operations.Select(operation =>
                operation is WalkOperation.Message other ? other with { At = Beyond(other.At) } : operation)],
            table);
    }

    // Bits 19:5 of a remappable message are the entry's number; a table has two entries at least.
    private static Iova Beyond(Iova at) => new(at.Value | (2 << 5));
}
