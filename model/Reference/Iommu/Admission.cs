using IoSpec.Contracts;
using IoSpec.Contracts.Iommu;

namespace IoSpec.Reference.Iommu;

/// <summary>Whether an operation has to be done or refused, and what is broken otherwise.</summary>
/// <param name="Duty">What has to happen.</param>
/// <param name="Reasons">The reasons that a refusal may give: bit n for the reason with value n.</param>
/// <param name="Broken">The requirement that is broken where the duty is not done; null if both are allowed.</param>
public readonly record struct Admission(Duty Duty, int Reasons, Requirement? Broken)
{
    /// <summary>It has to be done.</summary>
    /// <param name="broken">What a refusal breaks.</param>
    /// <returns>The admission.</returns>
    public static Admission MustDo(Requirement broken) => new(Duty.Do, 0, broken);

    /// <summary>It has to be refused.</summary>
    /// <param name="broken">What is broken if it is done.</param>
    /// <param name="reason">Why it has to be refused.</param>
    /// <returns>The admission.</returns>
    public static Admission MustRefuse(Requirement broken, Refusal reason) =>
        new(Duty.Refuse, 1 << (int)reason, broken);

    /// <summary>Both are allowed.</summary>
    /// <param name="reason">Why it may be refused.</param>
    /// <returns>The admission.</returns>
    public static Admission Either(Refusal reason) => new(Duty.Either, 1 << (int)reason, null);

    /// <summary>It asks for what the implementation says it cannot do.</summary>
    public static Admission Undeclared => new(Duty.Undeclared, 0, null);

    /// <summary>Whether a reason is one of those that apply.</summary>
    /// <param name="reason">The reason.</param>
    /// <returns>True if it is.</returns>
    public bool HasReason(Refusal reason) => (Reasons & (1 << (int)reason)) != 0;

    /// <summary>The simplest reason that applies.</summary>
    /// <returns>The reason.</returns>
    public Refusal AnyReason() => (Refusal)int.TrailingZeroCount(Reasons);

    /// <summary>This and another demand together; a duty to refuse wins, and all reasons count.</summary>
    /// <param name="other">The other demand.</param>
    /// <returns>Both.</returns>
    public Admission And(Admission other)
    {
        if (Duty == Duty.Undeclared || other.Duty == Duty.Undeclared) return Undeclared;
        var stronger = Rank(other.Duty) > Rank(Duty) ? other : this;
        return stronger with { Reasons = Reasons | other.Reasons };
    }

    private static int Rank(Duty duty) => duty switch { Duty.Do => 0, Duty.Either => 1, _ => 2 };
}
