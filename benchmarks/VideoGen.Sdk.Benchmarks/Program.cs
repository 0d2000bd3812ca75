// dotnet run --project benchmarks/VideoGen.Sdk.Benchmarks --configuration Release -- --filter '*'
using BenchmarkDotNet.Running;

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
