using IoSpec.Contracts;
using IoSpec.Contracts.Migration;

namespace IoSpec.Reference.Migration;

/// <summary>Whether an operation makes sense: it names what exists and what the target says it can do.</summary>
public static class MigrationForm
{
    /// <summary>Whether an operation makes sense.</summary>
    /// <param name="state">The state before it.</param>
    /// <param name="operation">The operation.</param>
    /// <returns>False if it is to be skipped.</returns>
    public static bool Applies(MigrationState state, MigrationOperation operation) => operation switch
    {
        MigrationOperation.SetState set => Enum.IsDefined(set.To) && IsPlain(state, set.To),
        MigrationOperation.SetUndefined undefined => undefined.Beyond > 0,
        MigrationOperation.FailNext fail => Has(state, MigrationFeatures.FailsOnDemand) && fail.After >= 0,
        MigrationOperation.Read read => read.Length.Value > 0 && Open(state, read.Session) is { Saves: true },
        MigrationOperation.Write write => IsWrite(state, write),
        MigrationOperation.Close close =>
            Has(state, MigrationFeatures.Handles) && Open(state, close.Session) is not null,
        MigrationOperation.PreCopyInfo info =>
            Has(state, MigrationFeatures.PreCopyInfo) && Open(state, info.Session) is { Saves: true },
        MigrationOperation.DataSize => Has(state, MigrationFeatures.DataSize),
        MigrationOperation.WriteRegister write => IsRegister(state, write.Register)
            && (write.By == Toucher.User || Has(state, MigrationFeatures.PeerWrites)),
        MigrationOperation.ReadRegister read => IsRegister(state, read.Register),
        MigrationOperation.StartWork or MigrationOperation.Watch => Has(state, MigrationFeatures.Watching),
        MigrationOperation.WriteConfig write => IsConfig(state, write.Register),
        MigrationOperation.ReadConfig read => IsConfig(state, read.Register),
        MigrationOperation.SetVector set => IsVector(state, set.Vector),
        MigrationOperation.Raise raise => IsVector(state, raise.Vector),
        _ => true,
    };

    private static bool Has(MigrationState state, MigrationFeatures feature) =>
        (state.Traits.Features & feature) != 0;

    // Without handles it has to be known before whether a session comes with a change.
    private static bool IsPlain(MigrationState state, DeviceState to)
    {
        if (state.HasHandles) return true;
        var outlook = Outlook.Of(state, to);
        return outlook.Opened.IsNone || outlook.NotOpened.IsNone;
    }

    // Without handles nobody can ask for a session that is not the last one.
    private static Session? Open(MigrationState state, Held opened) =>
        state.Session(opened) is { IsClosed: false } session
            && (Has(state, MigrationFeatures.Handles) || session == state.Current) ? session : null;

    private static bool IsRegister(MigrationState state, RegisterIndex register) =>
        Has(state, MigrationFeatures.Registers) && register.Value < state.Registers.Length;

    private static bool IsConfig(MigrationState state, RegisterIndex register) =>
        Has(state, MigrationFeatures.ConfigurationSpace) && register.Value < state.Config.Length;

    private static bool IsVector(MigrationState state, VectorIndex vector) =>
        Has(state, MigrationFeatures.Vectors) && vector.Value < state.Vectors.Length;

    private static bool IsWrite(MigrationState state, MigrationOperation.Write write)
    {
        if (Open(state, write.Session) is not { Saves: false }) return false;
        if (state.Session(write.Source) is not { Saves: true } source) return false;
        var left = state.Session(write.Session)!.LeftOf(source);
        return write.Length.Value > 0 && write.Skip.Value < left.Value;
    }
}
