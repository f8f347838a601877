import {test} from 'vitest'; test('x',async ()=>{ console.log('journey', performance.timeOrigin+performance.now()); await new Promise(r=>setTimeout(r,500));console.log('journey end', Date.now()); })
