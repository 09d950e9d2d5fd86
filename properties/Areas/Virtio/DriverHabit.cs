using IoSpec.Engine;

namespace IoSpec.Areas.Virtio;

/// <summary>How the driver of a case goes about it.</summary>
/// <remarks>
/// A driver that offers many chains before it tells of them errs less with each, or every kick would meet an error.
/// </remarks>
/// <param name="KickWeight">How much it is inclined to tell, beside 40 to offer.</param>
/// <param name="Care">How many times more rarely it errs than one that tells of each chain.</param>
/// <param name="IsStubborn">
/// Whether it accepts access through the platform where it is not offered, or does without it where it is, goes on when
/// it is refused, and gives addresses of either kind.
/// </param>
internal readonly record struct DriverHabit(int KickWeight, int Care, bool IsStubborn = false)
{
    /// <summary>A driver that tells of each chain, and often errs.</summary>
    public static readonly DriverHabit Eager = new(40, 1);

    private static readonly DriverHabit Slow = new(12, 3);
    private static readonly DriverHabit Batching = new(3, 10);

    /// <summary>
    /// Whether the buffers of the chain that it offers are at bus addresses that are none of memory; null if that is
    /// each buffer's own.
    /// </summary>
    public bool? IsMoved { get; init; }

    /// <summary>Whether it fills the queue before it tells of it.</summary>
    public bool IsBatching => KickWeight == Batching.KickWeight;

    /// <summary>The habit of a case.</summary>
    /// <param name="choices">What is drawn from; what is fixed for the case decides.</param>
    /// <returns>
    /// The habit: of most cases the one that fills the queue; of 9 in 16 a stubborn one while cases are small, then of
    /// one in seven.
    /// </returns>
    public static DriverHabit Of(in Choices choices)
    {
        var habit = ((choices.Swarm >> 44) & 3) switch
        {
            3 => Batching,
            1 => Slow,
            _ => Eager,
        };
        var bits = choices.Size < Choices.LargestSize ? 3ul : 7;
        return habit with { IsStubborn = ((choices.Swarm >> 46) & bits) == 3 };
    }

    /// <summary>True once in a number of times, for a driver that tells of each chain.</summary>
    /// <param name="choices">What is drawn from.</param>
    /// <param name="times">How many times.</param>
    /// <returns>Whether it errs.</returns>
    public bool Errs(ref Choices choices, int times) => choices.OneIn(times * Care);
}
