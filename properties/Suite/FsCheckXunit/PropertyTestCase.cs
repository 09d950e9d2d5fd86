using System.Reflection;
using IoSpec.Suite;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace FsCheck.Xunit;

/// <summary>One property as a test: xunit's own chain up to the call, so that all around a test still works.</summary>
public sealed class PropertyTestCase : XunitTestCase
{
    /// <summary>For xunit, which fills in what was serialized.</summary>
    [Obsolete("Called by the deserializer only.", error: true)]
    public PropertyTestCase()
    {
    }

    /// <summary>A property.</summary>
    /// <param name="diagnostics">Takes messages about the run.</param>
    /// <param name="display">How the test is named.</param>
    /// <param name="options">How that name is changed.</param>
    /// <param name="method">The method.</param>
    public PropertyTestCase(
        IMessageSink diagnostics, TestMethodDisplay display, TestMethodDisplayOptions options, ITestMethod method)
        : base(diagnostics, display, options, method)
    {
    }

    /// <inheritdoc/>
    public override Task<RunSummary> RunAsync(
        IMessageSink diagnosticMessageSink, IMessageBus messageBus, object[] constructorArguments,
        ExceptionAggregator aggregator, CancellationTokenSource cancellationTokenSource) =>
        new CaseRunner(this, constructorArguments, messageBus, aggregator, cancellationTokenSource).RunAsync();

    // The invoker wants one argument for each parameter, although none of these is passed on.
    private sealed class CaseRunner(
        PropertyTestCase test, object[] constructorArguments, IMessageBus bus, ExceptionAggregator aggregator,
        CancellationTokenSource cancellation)
        : XunitTestCaseRunner(
            test, test.DisplayName, test.SkipReason, constructorArguments,
            new object[test.TestMethod.Method.GetParameters().Count()], bus, aggregator, cancellation)
    {
        protected override XunitTestRunner CreateTestRunner(
            ITest test, IMessageBus messageBus, Type testClass, object[] constructorArguments, MethodInfo testMethod,
            object[] testMethodArguments, string skipReason,
            IReadOnlyList<BeforeAfterTestAttribute> beforeAfterAttributes, ExceptionAggregator aggregator,
            CancellationTokenSource cancellationTokenSource) =>
            new Runner(
                test, messageBus, testClass, constructorArguments, testMethod, testMethodArguments, skipReason,
                beforeAfterAttributes, aggregator, cancellationTokenSource);
    }

    private sealed class Runner(
        ITest test, IMessageBus bus, Type type, object[] constructorArguments, MethodInfo method, object[] arguments,
        string skipReason, IReadOnlyList<BeforeAfterTestAttribute> around, ExceptionAggregator aggregator,
        CancellationTokenSource cancellation)
        : XunitTestRunner(
            test, bus, type, constructorArguments, method, arguments, skipReason, around, aggregator, cancellation)
    {
        protected override Task<decimal> InvokeTestMethodAsync(ExceptionAggregator aggregator) =>
            new Invoker(
                Test, MessageBus, TestClass, ConstructorArguments, TestMethod, TestMethodArguments,
                BeforeAfterAttributes, aggregator, CancellationTokenSource).RunAsync();
    }

    private sealed class Invoker(
        ITest test, IMessageBus bus, Type type, object[] constructorArguments, MethodInfo method, object[] arguments,
        IReadOnlyList<BeforeAfterTestAttribute> around, ExceptionAggregator aggregator,
        CancellationTokenSource cancellation)
        : XunitTestInvoker(test, bus, type, constructorArguments, method, arguments, around, aggregator, cancellation)
    {
        protected override object CallTestMethod(object testClassInstance)
        {
            PropertyCheck.Run(TestClass, TestMethod, testClassInstance, SuiteVariables.Replay);
            return null!;
        }
    }
}
