using System.Runtime.CompilerServices;
using IoSpec.Contracts;

namespace IoSpec.Engine;

/// <summary>Keeps what operations hold with the steps that returned it, when steps before them go.</summary>
internal static class HeldSteps
{
    private static readonly ConditionalWeakTable<Type, object> Holding = [];

    /// <summary>An operation as it has to be when earlier steps are gone.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="gone">The indices of the steps that are gone.</param>
    /// <returns>The operation; what it holds of a step that is gone, no step returns any more.</returns>
    public static Operation Without(Operation operation, IReadOnlyList<int> gone) => gone.Count == 0
        ? operation
        : Renumber(operation, held => WithoutSteps(held, gone));

    /// <summary>A sequence without some of its steps.</summary>
    /// <param name="operations">The sequence.</param>
    /// <param name="start">The first step that goes.</param>
    /// <param name="count">How many go.</param>
    /// <returns>The rest.</returns>
    public static List<Operation> Without(List<Operation> operations, int start, int count)
    {
        int[] gone = [.. Enumerable.Range(start, count)];
        return [.. operations.Take(start), .. operations.Skip(start + count).Select(o => Without(o, gone))];
    }

    /// <summary>A sequence without some of its steps.</summary>
    /// <param name="operations">The sequence.</param>
    /// <param name="gone">The indices of the steps that go.</param>
    /// <returns>The rest.</returns>
    public static List<Operation> Without(IReadOnlyList<Operation> operations, IReadOnlyList<int> gone) =>
        [.. operations.Where((_, index) => !gone.Contains(index)).Select(operation => Without(operation, gone))];

    /// <summary>What operations hold of a step, held of another one.</summary>
    /// <param name="operations">The sequence.</param>
    /// <param name="old">The step that it is held of.</param>
    /// <param name="by">The step that it shall be held of.</param>
    /// <returns>The sequence; null if nothing holds anything of the step.</returns>
    public static Operation[]? Moved(IReadOnlyList<Operation> operations, int old, int by)
    {
        var isHeld = false;
        Operation[] moved = [.. operations.Select(operation => Renumber(operation, Move))];
        return isHeld ? moved : null;

        Held Move(Held held)
        {
            if (held.Step != old) return held;
            isHeld = true;
            return new Held(by);
        }
    }

    /// <summary>An operation as it has to be when steps come in before a step.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="at">The step before which they come.</param>
    /// <param name="count">How many come.</param>
    /// <returns>The operation.</returns>
    public static Operation Shifted(Operation operation, int at, int count) => count == 0
        ? operation
        : Renumber(operation, held => held.Step >= at && held.Step < int.MaxValue ? new Held(held.Step + count) : held);

    private static Operation Renumber(Operation operation, Func<Held, Held> renumber) =>
        (bool)Holding.GetValue(operation.GetType(), type => MayHold(Shape.Of(type)))
            ? Renaming.Of(operation, value => value is Held held ? renumber(held) : value)
            : operation;

    private static bool MayHold(Shape shape) => shape switch
    {
        Shape.Product product => product.Type == typeof(Held) || product.Fields.Any(field => MayHold(field.Shape)),
        Shape.Union union => union.Cases.Any(MayHold),
        Shape.Optional optional => MayHold(optional.Item),
        Shape.Many many => MayHold(many.Item),
        _ => false,
    };

    private static Held WithoutSteps(Held held, IReadOnlyList<int> gone)
    {
        var before = 0;
        foreach (var step in gone)
        {
            if (step == held.Step) return new Held(int.MaxValue);
            if (step < held.Step) before++;
        }

        return new Held(held.Step - before);
    }
}
