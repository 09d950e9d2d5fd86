using IoSpec.Contracts.Migration;
using IoSpec.Engine;
using IoSpec.Reference.Migration;

namespace IoSpec.Areas.Migration;

/// <summary>
/// Draws the next operation: mostly a step of a journey that saves, loads and looks at what came of it.
/// </summary>
internal static class MigrationDraw
{
    private static readonly int[] Weights =
    [
        16, // get state
        22, // set state
        1, // undefined state
        3, // fail next
        2, // reset
        12, // read
        7, // write
        2, // close
        6, // pre-copy info
        1, // data size
        10, // write register
        10, // read register
        7, // start work
        12, // watch
        4, // write config
        5, // read config
        5, // set vector
        5, // raise
    ];

    private const int GetState = 0;
    private const int SetState = 1;
    private const int Read = 5;
    private const int Write = 6;
    private const ulong Always = (1ul << GetState) | (1ul << SetState) | (1ul << Read) | (1ul << Write);

    public static MigrationOperation Next(MigrationState plan, ref Choices choices)
    {
        if (choices.OneIn(2) && Journey.Next(plan, ref choices) is { } step) return step;
        Span<int> weights = stackalloc int[Weights.Length];
        var drawn = choices.Swarm | Always;
        for (var i = 0; i < weights.Length; i++) weights[i] = Weights[i] * (int)((drawn >> i) & 1);
        return Of(choices.Weighted(weights), plan, ref choices) ?? new MigrationOperation.GetState();
    }

    private static MigrationOperation? Of(int kind, MigrationState plan, ref Choices choices) => kind switch
    {
        0 => new MigrationOperation.GetState(),
        1 => new MigrationOperation.SetState(StateDraw.Any(plan, ref choices)),
        2 => new MigrationOperation.SetUndefined(1 + (uint)choices.Bits(31)),
        3 => new MigrationOperation.FailNext(choices.Below(4)),
        4 => new MigrationOperation.Reset(),
        5 => SessionDraw.Read(plan, ref choices),
        6 => SessionDraw.Write(plan, ref choices),
        7 => SessionDraw.Close(plan, ref choices),
        8 => SessionDraw.Info(plan, ref choices),
        9 => new MigrationOperation.DataSize(),
        10 => TouchDraw.Write(plan, ref choices),
        11 => TouchDraw.Read(plan, ref choices),
        12 => TouchDraw.Work(plan, ref choices),
        13 => new MigrationOperation.Watch(),
        14 => new MigrationOperation.WriteConfig(TouchDraw.Register(plan, ref choices), TouchDraw.Word(ref choices)),
        15 => new MigrationOperation.ReadConfig(TouchDraw.Register(plan, ref choices)),
        16 => new MigrationOperation.SetVector(TouchDraw.Vector(plan, ref choices), TouchDraw.Line(ref choices)),
        _ => TouchDraw.Raise(plan, ref choices),
    };
}
