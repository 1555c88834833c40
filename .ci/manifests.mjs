// Has the TypeScript compiler read Kubernetes manifests: unknown, missing and mistyped members are errors.
import {readFileSync, writeFileSync} from 'node:fs';
import yaml from 'yaml';

const source = process.argv.slice(2).flatMap((file, i) =>
    yaml.parseAllDocuments(readFileSync(file, 'utf8'), {uniqueKeys: true}).map((document, j) => {
        const manifest = document.toJS();
        const group = manifest.apiVersion.includes('/') ? manifest.apiVersion.replace(/\.k8s\.io/, '') : `core/${manifest.apiVersion}`;
        return `// ${file}\nimport type {${manifest.kind} as K${i}_${j}} from 'kubernetes-types/${group}';\n`
            + `export const m${i}_${j}: K${i}_${j} = ${JSON.stringify(manifest, null, 1)};\n`;
    }));
writeFileSync(new URL('manifests.ts', import.meta.url), source.join('\n'));
