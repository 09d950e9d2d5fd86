using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>Runs sequences each on a fresh target: for what a target shows only once.</summary>
internal static class FreshTarget
{
    /// <summary>Whether a failure that has just shown does not show again on the same target, tried twice.</summary>
    public static bool IsNeeded(IBlockSource source, Failure failure) =>
        !Shows(source, failure) && !Shows(source, failure);

    /// <summary>Every sequence on a fresh target.</summary>
    public static Func<Configuration, IReadOnlyList<Operation>, Outcome> Of(IBlockSource source) =>
        (configuration, operations) =>
        {
            source.Renew();
            return source.Evaluate(configuration, operations);
        };

    private static bool Shows(IBlockSource source, Failure failure) =>
        Confirmation.Find(source.Evaluate(failure.Configuration, failure.Operations), failure.Signature) is not null;
}
