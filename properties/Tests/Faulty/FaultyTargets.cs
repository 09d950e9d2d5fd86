using IoSpec.Contracts;
using IoSpec.Engine;
using IoSpec.Tests.Toy;

namespace IoSpec.Tests.Faulty;

/// <summary>The toy's targets by the name of their class: what connection strings stand for in these tests.</summary>
internal static class FaultyTargets
{
    private static readonly Func<ITarget>[] All =
    [
        () => new ToyTarget(), () => new SumsOnce(), () => new CutsLargeNumbers(), () => new LendsTwice(),
        () => new Throws(), () => new ReturnsNull(), () => new ReturnsAnother(), () => new Spins(),
        () => new OverflowsStack(), () => new EndsProcess(), () => new EndsProcessInTwoWays(),
        () => new EndsProcessLate(), () => new CutsOnce(),
        () => new AllocatesWithoutEnd(), () => new Flaky(), () => new TakesNothingBack(),
    ];

    /// <summary>The source of a target.</summary>
    /// <param name="connection">The name of its class.</param>
    /// <returns>The source.</returns>
    /// <exception cref="TargetUnavailableException">There is none.</exception>
    public static TargetSource Find(string connection)
    {
        var open = Array.Find(All, make => make().Identity.Name == connection)
            ?? throw new TargetUnavailableException($"no target {connection}");
        return new TargetSource(connection, NeedsWorker: true, open);
    }

    /// <summary>The source of a target.</summary>
    /// <typeparam name="T">The target.</typeparam>
    /// <returns>The source.</returns>
    public static TargetSource Of<T>()
        where T : ITarget, new() => new(typeof(T).Name, NeedsWorker: true, () => new T());
}
