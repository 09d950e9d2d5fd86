using IoSpec.Contracts;
using IoSpec.Contracts.Walk;
using IoSpec.Reference.Walk;

namespace IoSpec.Html.Drawings;

/// <summary>One entry that a walk reads.</summary>
/// <param name="Name">What it is.</param>
/// <param name="At">Where it is.</param>
/// <param name="Words">What it holds, without zeros at the end.</param>
internal sealed record Rung(string Name, string At, IReadOnlyList<RungWord> Words);

/// <summary>A word of an entry.</summary>
/// <param name="Now">What it holds.</param>
/// <param name="Former">What it held before, if an access may have met that; null if not.</param>
/// <param name="Until">The step that overwrote that, from 1.</param>
/// <param name="Deciding">The bits of which each, turned alone, leads where the target went.</param>
internal sealed record RungWord(string Now, string? Former, int Until, IReadOnlyList<int> Deciding)
{
    private const int BitsOfDigit = 4;

    /// <summary>Whether a digit is another one than before.</summary>
    public bool IsOther(int digit) => Former is not null && Now[digit] != Former[digit];

    /// <summary>Whether a digit has a bit that decides.</summary>
    public bool Decides(int digit) => Deciding.Any(bit => Now.Length - 1 - (bit / BitsOfDigit) == digit);
}

/// <summary>What the steps before an access have made of memory.</summary>
/// <param name="state">Memory and registers.</param>
/// <param name="scenario">The steps.</param>
/// <param name="moments">The moment after each step.</param>
/// <param name="decides">Whether the walk leads where the target went if a word were another.</param>
internal sealed class Past(WalkState state, Scenario scenario, List<long> moments, Func<EntryWrite, bool> decides)
{
    private readonly int _firstAccess = scenario.Operations.ToList().FindIndex(step => step is WalkOperation.Dma);

    /// <summary>The rung of an entry.</summary>
    public Rung RungOf(TrailStep step)
    {
        var words = Enumerable.Range(0, step.Words).Select(i => WordOf(step.At.Plus((ulong)i * 8))).ToList();

        // Zeros at the end that never were anything else say nothing.
        var zeros = default(Word).ToString();
        while (words.Count > 1 && words[^1] is { Former: null, Deciding.Count: 0 } last && last.Now == zeros)
            words.RemoveAt(words.Count - 1);
        return new Rung(NameOf(step.Use), step.At.ToString(), words);
    }

    private static string NameOf(EntryUse use) => use.Kind switch
    {
        EntryKind.Directory => "directory of requesters",
        EntryKind.Requester => "requester",
        EntryKind.PasidDirectory => "directory of PASIDs",
        EntryKind.Pasid => "PASID",
        _ => use.Stage == 0 ? $"level {use.Level}" : $"stage {use.Stage}, level {use.Level}",
    };

    // A cache has met only what was there when something was accessed.
    private RungWord WordOf(Gpa at)
    {
        var now = state.Memory.Now(at);
        var deciding = DecidingOf(at, now);
        if (state.Memory.Find(at) is not { Count: > 1 } history)
            return new RungWord(now.ToString(), null, 0, deciding);
        var born = history.Born(history.Count - 1);
        var until = moments.FindIndex(moment => moment >= born);
        return until <= _firstAccess
            ? new RungWord(now.ToString(), null, 0, deciding)
            : new RungWord(now.ToString(), history.At(born - 1).ToString(), until + 1, deciding);
    }

    private List<int> DecidingOf(Gpa at, Word now) =>
        [.. Enumerable.Range(0, 64).Where(bit => decides(new EntryWrite(at, new Word(now.Value ^ (1ul << bit)))))];
}
