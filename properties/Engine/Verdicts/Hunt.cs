using System.Diagnostics;

namespace IoSpec.Engine;

/// <summary>Looks for a violation of one requirement, or of any, block by block, and stops at the first.</summary>
public sealed record Hunt
{
    /// <summary>The cases of a block: a hunt ends at the end of one.</summary>
    public const int BlockSize = BlockRunner.Size;

    /// <summary>The seed of the run.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>How many cases are run at most.</summary>
    public long Cases { get; init; } = 20 * BlockSize;

    /// <summary>How long it takes at most, shrinking excluded.</summary>
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>How many sequences may be run to shrink what is found; 0 to leave it as it is.</summary>
    public int ShrinkEvaluations { get; init; } = 2000;

    /// <summary>Looks for a violation on a target in this process.</summary>
    /// <param name="area">The area.</param>
    /// <param name="source">Where the target comes from.</param>
    /// <param name="requirement">The id of the requirement; null for any.</param>
    /// <param name="stop">Asked before every case; true ends the hunt.</param>
    /// <returns>What was found.</returns>
    public Prey Run(Area area, TargetSource source, string? requirement, CancellationToken stop)
    {
        var clock = Stopwatch.StartNew();
        using var played = new LocalBlockSource(area, source, new Draws(Seed), NoHeartbeat.Instance);
        var violated = new SortedSet<string>(StringComparer.Ordinal);
        var operations = 0ul;
        string? first = null;
        for (var start = 0L; start < Cases && GoesOn(); start += BlockSize)
        {
            var block = played.Run(start, (int)Math.Min(BlockSize, Cases - start), GoesOn);
            foreach (var failure in block.Failures) violated.Add(failure.Signature.Requirement);
            first ??= First(block.Failures)?.Signature.Requirement;
            if (First(block.Failures.Where(IsWanted)) is { } found)
            {
                var detected = operations + found.OperationsToDetection;
                var shrunk = ShrinkEvaluations == 0 ? found : Shrunk(found);
                return new Prey([.. violated], first, shrunk, detected, clock.Elapsed.TotalSeconds);
            }

            operations += block.Evidence.Operations;
        }

        return new Prey([.. violated], first, null, operations, clock.Elapsed.TotalSeconds);

        Failure Shrunk(Failure found) =>
            new CaseShrinker(area, played.Evaluate, !area.FixesConfiguration(played.Capabilities), ShrinkEvaluations)
                .Shrink(found);

        bool IsWanted(Failure failure) => requirement is null || failure.Signature.Requirement == requirement;

        bool GoesOn() => !stop.IsCancellationRequested && clock.Elapsed < Time;
    }

    private static Failure? First(IEnumerable<Failure> failures) =>
        failures.OrderBy(f => f.OperationsToDetection).FirstOrDefault();
}

/// <summary>What a hunt has found.</summary>
/// <param name="Violated">The ids of all requirements that were violated until then, sorted.</param>
/// <param name="First">The id of the requirement that was violated first; null if none was.</param>
/// <param name="Failure">The first violation of the requirement, shrunk; null if there was none.</param>
/// <param name="Operations">Operations that were judged up to that violation, or in all.</param>
/// <param name="Seconds">How long it took.</param>
public sealed record Prey(
    IReadOnlyList<string> Violated, string? First, Failure? Failure, ulong Operations, double Seconds);
