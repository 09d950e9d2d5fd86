using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using IoSpec.Benchmarks;

if (args is ["shrink", .. var areas])
{
    ShrinkFigures.Print(areas);
    return;
}

if (args is ["batches"])
{
    BatchFigures.Print();
    return;
}

if (args is ["requests"])
{
    RequestFigures.Print();
    return;
}

var job = Job.ShortRun.WithToolchain(InProcessEmitToolchain.Instance);
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, DefaultConfig.Instance.AddJob(job));
