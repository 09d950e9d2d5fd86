using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>The sequences that were run, so that none is run twice.</summary>
internal sealed class TriedSequences
{
    private readonly HashSet<Sequence> _tried = [];

    /// <summary>Adds a sequence.</summary>
    /// <param name="configuration">What holds for it.</param>
    /// <param name="operations">Its operations; they stay as they are.</param>
    /// <returns>False if it was there.</returns>
    public bool Add(Configuration configuration, IReadOnlyList<Operation> operations)
    {
        // Only whether a sequence is there depends on it, and that is decided by comparing.
        var hash = EqualityComparer<Configuration>.Default.GetHashCode(configuration);
        foreach (var operation in operations)
            hash = unchecked((hash * 31) + EqualityComparer<Operation>.Default.GetHashCode(operation));
        return _tried.Add(new Sequence(configuration, operations, hash));
    }

    private readonly struct Sequence(Configuration configuration, IReadOnlyList<Operation> operations, int hash)
        : IEquatable<Sequence>
    {
        private readonly Configuration _configuration = configuration;
        private readonly IReadOnlyList<Operation> _operations = operations;
        private readonly int _hash = hash;

        public bool Equals(Sequence other) => _hash == other._hash
            && _configuration.Equals(other._configuration) && _operations.SequenceEqual(other._operations);

        public override bool Equals(object? obj) => obj is Sequence other && Equals(other);

        public override int GetHashCode() => _hash;
    }
}
