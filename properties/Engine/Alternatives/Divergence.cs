namespace IoSpec.Engine;

/// <summary>Whether two targets ever answer differently, right or wrong: nothing is judged.</summary>
public static class Divergence
{
    /// <summary>Plays the same cases on two targets in this process, until an answer differs.</summary>
    /// <param name="area">The area.</param>
    /// <param name="one">The one.</param>
    /// <param name="other">The other one.</param>
    /// <param name="seed">The seed of the run.</param>
    /// <param name="cases">How many cases at most.</param>
    /// <returns>The case and step of the first answer that differs; null if none does.</returns>
    public static (long Case, int Step)? First(
        Area area, TargetSource one, TargetSource other, ulong seed, long cases)
    {
        var (here, there) = (area.Play(one.Open()), area.Play(other.Open()));
        for (var index = 0L; index < cases; index++)
        {
            var sample = SampleCase.Of(area, here.Capabilities, seed, index);
            here.Reset(sample.Configuration);
            there.Reset(sample.Configuration);
            for (var step = 0; step < sample.Operations.Count; step++)
            {
                var operation = sample.Operations[step];
                if (!here.Apply(operation).Equals(there.Apply(operation))) return (index, step);
            }
        }

        return null;
    }
}
