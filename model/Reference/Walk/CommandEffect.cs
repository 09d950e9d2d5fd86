using IoSpec.Contracts;
using IoSpec.Contracts.Walk;

namespace IoSpec.Reference.Walk;

/// <summary>What a command is to a unit.</summary>
public abstract record CommandEffect
{
    private CommandEffect()
    {
    }

    /// <summary>It invalidates.</summary>
    /// <param name="Scope">What it covers.</param>
    public sealed record Invalidates(WalkScope Scope) : CommandEffect
    {
        /// <summary>
        /// The tables that it gives to a function unless it is refused, which the wait tells that comes at once; null
        /// for none.
        /// </summary>
        public FunctionTables? Sets { get; init; }

        /// <summary>Whether it may be refused: nobody knows whether the function has tables.</summary>
        public bool MayBeRefused { get; init; }
    }

    /// <summary>It stores to tables unless it is refused, which the wait tells that comes at once.</summary>
    /// <param name="Entries">The stores, in order.</param>
    public sealed record Stores(ValueList<EntryWrite> Entries) : CommandEffect;

    /// <summary>It is a request that is answered, which the wait tells that comes at once.</summary>
    /// <param name="Terms">What may be answered, and what it changes.</param>
    public sealed record Asks(ViommuTerms Terms) : CommandEffect;

    /// <summary>It is legal and changes nothing that a request can see.</summary>
    public sealed record Nothing : CommandEffect
    {
        /// <summary>The only value that is needed.</summary>
        public static Nothing Instance { get; } = new();
    }

    /// <summary>It is illegal: the queue stops.</summary>
    public sealed record Illegal : CommandEffect
    {
        /// <summary>The only value that is needed.</summary>
        public static Illegal Instance { get; } = new();
    }

    /// <summary>The specification leaves open whether it is legal; it need not invalidate anything.</summary>
    public sealed record Open : CommandEffect
    {
        /// <summary>The only value that is needed.</summary>
        public static Open Instance { get; } = new();
    }
}
