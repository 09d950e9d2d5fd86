using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>What a failure depends on, as far as changing one thing at a time shows it.</summary>
/// <param name="Irrelevant">What may be something else, such as <c>step 3: pages, allowed</c>.</param>
/// <param name="PassesIf">The least changes with which nothing is violated, such as <c>step 4 is left out</c>.</param>
/// <param name="Also">The ids of other requirements that the same sequence violates, sorted.</param>
public sealed record Explanation(ValueList<string> Irrelevant, ValueList<string> PassesIf, ValueList<string> Also)
{
    /// <summary>Whether it says nothing.</summary>
    public bool IsEmpty => Irrelevant.Count + PassesIf.Count + Also.Count == 0;
}
