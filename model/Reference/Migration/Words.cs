using IoSpec.Contracts.Migration;

namespace IoSpec.Reference.Migration;

/// <summary>Says in words what is allowed.</summary>
internal static class Words
{
    public static string Of(Belief belief)
    {
        var words = new List<string>();
        foreach (var state in StateMachine.States)
        {
            if (belief.Has(state)) words.Add(state.ToString());
        }

        return string.Join(" or ", words);
    }

    public static string Of(GroupState group) => string.Join(", ", group.States);

    public static string Of(InterruptLine? line) => line is { } at ? $"it arrives at {at}" : "it arrives nowhere";

    public static string Session(bool opens) => opens ? "done, with a session" : "done, without a session";
}
