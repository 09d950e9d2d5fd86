using IoSpec.Contracts;
using IoSpec.Contracts.Migration;

namespace IoSpec.Reference.Migration;

/// <summary>What may become of a change of state, over all states in which the device may be.</summary>
internal struct Outlook
{
    /// <summary>Whether no possible state lets the change be done.</summary>
    public bool MustRefuse { get; private set; }

    /// <summary>Whether some possible state refuses the change.</summary>
    public bool MayRefuse { get; private set; }

    /// <summary>Whether the change has at least one step, from every possible state.</summary>
    public bool HasSteps { get; private set; }

    /// <summary>Where the device may be if the change is done and opens a session.</summary>
    public Belief Opened { get; private set; }

    /// <summary>Where the device may be if the change is done and opens none.</summary>
    public Belief NotOpened { get; private set; }

    /// <summary>Where the device may be if the change fails.</summary>
    public Belief Failed { get; private set; }

    /// <summary>What has to become of what was received.</summary>
    public Loading Loads { get; private set; }

    /// <summary>What is broken if it is loaded nevertheless.</summary>
    public Requirement? NotLoaded { get; private set; }

    /// <summary>The outlook on a change.</summary>
    public static Outlook Of(MigrationState state, DeviceState to)
    {
        var outlook = new Outlook { MustRefuse = true, HasSteps = true };
        for (var rest = state.Belief; !rest.IsNone;)
        {
            rest = rest.Take(out var from, out var isAlive);
            var path = StateMachine.Path(state.Traits, from, to);
            if (path.IsNone) outlook.Refuse(from, isAlive);
            else outlook.Go(state, path, isAlive);
        }

        return outlook;
    }

    private void Refuse(DeviceState from, bool isAlive)
    {
        MayRefuse = true;
        Failed = Failed.Or(Belief.Of(from, isAlive));
    }

    private void Go(MigrationState state, in StatePath path, bool isAlive)
    {
        MustRefuse = false;
        if (path.Steps == 0) HasSteps = false;
        Failed = Failed.Or(Belief.Of(path[0], isAlive));
        if (path[0] == DeviceState.Resuming && path.Steps > 0) Leave(state);
        for (var i = 1; i < path.Count; i++)
        {
            // 1. Each step ends the session or keeps it; what the last one opens, no user has if the change fails.
            var opens = TransferSteps.Opens(path[i - 1], path[i]);
            isAlive = isAlive && !TransferSteps.Ends(path[i - 1], path[i]) && !opens;

            // 2. A change that fails leaves the device at any state on the path, or in ERROR.
            if (Loads != Loading.MustNot) Failed = Failed.Or(Belief.Of(path[i], isAlive));
        }

        if (path.Steps > 0)
            Failed = Failed.Or(Belief.Of(DeviceState.Error, true)).Or(Belief.Of(DeviceState.Error, false));
        if (TransferSteps.Opens(path)) Opened = Opened.Or(Belief.Of(path[path.Count - 1], isAlive: true));
        else NotOpened = NotOpened.Or(Belief.Of(path[path.Count - 1], isAlive));
    }

    private void Leave(MigrationState state)
    {
        (Loads, NotLoaded) = Loaded.Of(state);
        if (!state.Belief.IsCertain && Loads != Loading.None) Loads = Loading.May;
    }
}
